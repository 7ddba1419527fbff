package org.whence.dns;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Keeps answers as long as DNS says ([TimeToLive]), by exact question, and asks a question once
/// that several ask at the same time.
///
/// A temporary failure is never kept: the next one who asks finds out anew. Those who asked while
/// the question was under way share what came of it, also a failure. When the one who leads is
/// interrupted, another takes over; when one who waits is, the others do not notice.
final class Cache implements Resolver {
  /// How many answers are kept; of more, those go that were not used for longest: what is asked
  /// often stays. A list asks most questions once, and whatever is kept of them must be moved by
  /// the collector again and again, which costs more than it saves.
  static final int MOST_ENTRIES = 2000;

  /// How long it is kept is found out when it is asked for: of a list, most never are, and a
  /// negative answer must be read once more for it.
  private record Kept(Exchange exchange, Instant since) {
    boolean isOver(Instant now) {
      return !now.isBefore(since.plus(TimeToLive.of(exchange)));
    }
  }

  /// A question under way, and in the end what came of it: null where its leader was interrupted.
  private static final class Flight {
    private final CountDownLatch landed = new CountDownLatch(1);
    private volatile @Nullable Exchange exchange;
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Resolver inner;
  private final InstantSource clock;
  private final Map<Question, Flight> flights = new HashMap<>();
  private final Map<Question, Kept> entries;

  Cache(Resolver inner, InstantSource clock) {
    this(inner, clock, MOST_ENTRIES);
  }

  Cache(Resolver inner, InstantSource clock, int mostEntries) {
    this.inner = inner;
    this.clock = clock;
    this.entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Question, Kept> eldest) {
            return size() > mostEntries;
          }
        };
  }

  @Override
  public Exchange resolve(Question question) throws InterruptedException {
    while (true) {
      var flight = new Flight();
      Flight underWay;
      lock.lock();
      try {
        var kept = kept(question);
        if (kept.isPresent()) {
          return kept.get();
        }
        underWay = flights.putIfAbsent(question, flight);
      } finally {
        lock.unlock();
      }
      if (underWay == null) {
        return lead(question, flight);
      }
      underWay.landed.await();
      var shared = underWay.exchange;
      if (shared != null) {
        return shared;
      }
    }
  }

  /// What is kept for a question, as it would be given now; nobody is asked. What is not kept is
  /// [Failure#NOT_RECORDED].
  Exchange peek(Question question) {
    lock.lock();
    try {
      var nothing = new Answer.Failed(Failure.NOT_RECORDED, "");
      return kept(question)
          .orElseGet(() -> Exchange.local(question, nothing, "none", clock.instant()));
    } finally {
      lock.unlock();
    }
  }

  private Optional<Exchange> kept(Question question) {
    var entry = entries.get(question);
    if (entry == null) {
      return Optional.empty();
    }
    var now = clock.instant();
    if (entry.isOver(now)) {
      entries.remove(question);
      return Optional.empty();
    }
    var age = Duration.between(entry.since(), now);
    return Optional.of(entry.exchange().fromCache(age.isNegative() ? Duration.ZERO : age));
  }

  private Exchange lead(Question question, Flight flight) throws InterruptedException {
    try {
      var exchange = fresh(question);
      flight.exchange = exchange;
      return exchange;
    } finally {
      lock.lock();
      try {
        flights.remove(question);
      } finally {
        lock.unlock();
      }
      flight.landed.countDown();
    }
  }

  /// Asks whatever is kept, and keeps what comes of it.
  Exchange fresh(Question question) throws InterruptedException {
    var exchange = inner.resolve(question);
    if (!(exchange.answer() instanceof Answer.Failed)) {
      var now = clock.instant();
      lock.lock();
      try {
        entries.put(question, new Kept(exchange, now));
      } finally {
        lock.unlock();
      }
    }
    return exchange;
  }
}
