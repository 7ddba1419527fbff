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

  /// Asks for a step of a tree of evidence. To whom answers it makes no difference; a recording
  /// notes the step, and a replay gives each step its own answer again, whichever of them comes
  /// first this time.
  ///
  /// @param step the step's place, the same whenever the same is investigated; empty for none
  /// @throws InterruptedException as above
  default Exchange resolve(Question question, String step) throws InterruptedException {
    return resolve(question);
  }
}
