package org.whence.dns;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// How many questions one server is asked at the same time; the others wait in the order in which
/// they came.
///
/// It begins with a few, so that nobody's buffers overflow. At first each answer makes place for
/// two more: what is far away is asked at its full rate after a few round trips, and never much at
/// once. Where much is lost it halves, and grows slowly from then on. It judges by as many
/// questions as it holds, and a fifth of them must be lost: of a resolver that looks far away some
/// answers are always late, and that says nothing about how much it bears.
final class Window {
  static final int START = 32;
  static final int SMALLEST = 4;

  private static final int LOST_PART = 5;
  private static final int GROWTH = 2;
  private static final int GROWTH_PART = 8;

  private final ReentrantLock lock = new ReentrantLock();
  private final int largest;
  private final Places places;
  private int size;

  /// After how many questions it judges.
  private int round;

  private int answered;
  private int lost;
  private boolean wanted;
  private boolean beginning = true;

  /// A semaphore that can shrink.
  private static final class Places extends Semaphore {
    private static final long serialVersionUID = 1L;

    Places(int count) {
      super(count, true);
    }

    void shrink(int by) {
      reducePermits(by);
    }
  }

  /// What became of a question.
  enum End {
    ANSWERED,
    /// It, or the first datagram of it, was not answered in time.
    LOST,
    /// The server could not be reached, or nobody waits any more: that says nothing.
    NEITHER
  }

  /// @param largest how large it may become
  Window(int largest) {
    this.largest = largest;
    this.size = Math.min(START, largest);
    this.round = size;
    this.places = new Places(size);
  }

  /// Waits for a place.
  void enter() throws InterruptedException {
    if (!places.tryAcquire(0, TimeUnit.NANOSECONDS)) {
      lock.lock();
      try {
        wanted = true;
      } finally {
        lock.unlock();
      }
      places.acquire();
    }
  }

  /// Gives the place back.
  void leave(End end) {
    lock.lock();
    try {
      switch (end) {
        case ANSWERED -> {
          answered++;
          if (beginning && wanted) {
            resize(Math.min(largest, size + GROWTH));
          }
        }
        case LOST -> lost++;
        case NEITHER -> {}
      }
      if (answered + lost >= round) {
        judge();
      }
    } finally {
      lock.unlock();
    }
    places.release();
  }

  private void judge() {
    if (lost * LOST_PART > answered + lost) {
      beginning = false;
      resize(Math.max(Math.min(SMALLEST, largest), size / 2));
    } else if (wanted && !beginning) {
      resize(Math.min(largest, size + Math.max(1, size / GROWTH_PART)));
    }
    round = size;
    answered = 0;
    lost = 0;
    wanted = false;
  }

  private void resize(int to) {
    if (to > size) {
      places.release(to - size);
    } else {
      places.shrink(size - to);
    }
    size = to;
  }

  /// How many places there are.
  int size() {
    lock.lock();
    try {
      return size;
    } finally {
      lock.unlock();
    }
  }
}
