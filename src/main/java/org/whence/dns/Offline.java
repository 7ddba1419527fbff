package org.whence.dns;

import java.time.InstantSource;

/// Asks nothing, and says so.
record Offline(InstantSource clock) implements Resolver {
  @Override
  public Exchange resolve(Question question) {
    var failed = new Answer.Failed(Failure.OFFLINE, "");
    return Exchange.local(question, failed, "none", clock.instant());
  }
}
