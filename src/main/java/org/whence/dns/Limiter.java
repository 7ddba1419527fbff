package org.whence.dns;

import java.util.concurrent.Semaphore;

/// Bounds how many questions are asked at the same time; the others wait in the order in which they
/// came.
final class Limiter implements Resolver {
  private final Resolver inner;
  private final Semaphore places;

  Limiter(Resolver inner, int inFlight) {
    this.inner = inner;
    this.places = new Semaphore(inFlight, true);
  }

  @Override
  public Exchange resolve(Question question) throws InterruptedException {
    places.acquire();
    try {
      return inner.resolve(question);
    } finally {
      places.release();
    }
  }
}
