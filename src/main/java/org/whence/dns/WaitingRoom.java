package org.whence.dns;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.xbill.DNS.Message;

/// The queries that are under way at one socket, by their ids.
///
/// What comes is handed by its id to the thread that waits for it. What comes for nobody is handed
/// on where it can only have been meant for one: with a question that is under way, or while one
/// query alone is. An id that was used before belongs to a late answer.
final class WaitingRoom {
  private static final int ID_COUNT = 1 << 16;

  /// The socket's way out.
  interface Sender {
    void send(Query query) throws IOException;
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Sender sender;
  private final Map<Integer, Waiting> waiting = new ConcurrentHashMap<>();
  private final BitSet used = new BitSet(ID_COUNT);

  private final boolean wakes;

  /// @param wakes whether somebody calls [#wakeDue] all the time
  WaitingRoom(Sender sender, boolean wakes) {
    this.sender = sender;
    this.wakes = wakes;
  }

  boolean wakes() {
    return wakes;
  }

  /// Wakes those who have waited as long as they would.
  ///
  /// @param now on the scale of [System#nanoTime]
  void wakeDue(long now) {
    for (var one : waiting.values()) {
      one.wakeIfDue(now);
    }
  }

  /// Takes a query in, with another id where its own is under way; empty where too many are.
  Optional<Waiting> enter(Query query) {
    lock.lock();
    try {
      if (waiting.size() >= ID_COUNT / 2) {
        return Optional.empty();
      }
      var free = query;
      while (waiting.containsKey(free.id())) {
        free = free.withNextId();
      }
      var entered = new Waiting(free, this);
      waiting.put(free.id(), entered);
      used.set(free.id());
      return Optional.of(entered);
    } finally {
      lock.unlock();
    }
  }

  void send(Query query) throws IOException {
    sender.send(query);
  }

  void leave(Waiting one) {
    waiting.remove(one.query().id());
  }

  /// Whether nobody waits here.
  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /// Whether anybody ever waited here.
  boolean wasUsed() {
    lock.lock();
    try {
      return !used.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /// Tells all who wait that nothing will come.
  void failAll(IOException why) {
    waiting.values().forEach(each -> each.fail(why));
  }

  /// Hands on what came.
  ///
  /// @return whether it has the id of somebody who waits
  boolean hand(byte[] octets) {
    var known = octets.length < Short.BYTES ? null : waiting.get(Query.idOf(octets));
    if (known == null) {
      meant(octets).ifPresent(one -> one.arrive(octets));
      return false;
    }
    known.arrive(octets);
    return true;
  }

  /// For whom a message with a foreign id can only have been meant.
  private Optional<Waiting> meant(byte[] octets) {
    if (octets.length >= Short.BYTES && isUsed(Query.idOf(octets))) {
      return Optional.empty();
    }
    var all = List.copyOf(waiting.values());
    if (all.size() == 1) {
      return Optional.of(all.getFirst());
    }
    var asked = new Response(octets).message().map(Message::getQuestion);
    return asked.flatMap(
        record -> all.stream().filter(one -> one.query().question().isAskedBy(record)).findFirst());
  }

  private boolean isUsed(int id) {
    lock.lock();
    try {
      return used.get(id);
    } finally {
      lock.unlock();
    }
  }
}
