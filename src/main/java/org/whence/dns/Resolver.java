package org.whence.dns;

/// The port to DNS: one question, one exchange.
///
/// An implementation may be called from any number of threads at once. It blocks until it has an
/// answer or has given up, and never throws for anything that DNS or the network does: that is an
/// [Answer.Failed].
@FunctionalInterface
public interface Resolver {
  /// Asks, and waits for what comes of it.
  ///
  /// @throws InterruptedException if the calling thread is interrupted: at once, nothing is kept
  Exchange resolve(Question question) throws InterruptedException;
}
