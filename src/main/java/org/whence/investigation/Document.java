package org.whence.investigation;

import java.time.InstantSource;
import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.Step;
import org.whence.fetch.Fetched;
import org.whence.fetch.Prospect;

/// A document beside a run: its host was looked up, and it is then fetched or left. Ended once; for
/// one thread at a time.
public final class Document {
  private final String uri;
  private final Branch root;
  private final Optional<Prospect> prospect;
  private final InstantSource clock;

  /// @param prospect absent where nothing can be fetched
  Document(String uri, Branch root, Optional<Prospect> prospect, InstantSource clock) {
    this.uri = uri;
    this.root = root;
    this.prospect = prospect;
    this.clock = clock;
  }

  /// What became of it.
  ///
  /// @param step the step with what was asked and what came
  public record Ended(Fetched document, Step step) {}

  /// What fetching it would reveal; empty where nothing can be fetched, and the step tells why.
  public Optional<Prospect> prospect() {
    return prospect;
  }

  /// Fetches it, where it can be.
  ///
  /// @return what came; its step is stopped where the thread is interrupted, whose interrupt status
  ///   is set again
  public Ended fetch() {
    try {
      return prospect.isPresent() ? end(prospect.get().fetch(clock), root.close()) : leave();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return end(unasked(), root.stop());
    }
  }

  /// Leaves it; the step says what was asked of DNS for it.
  public Ended leave() {
    var left = prospect.map(Prospect::leave).orElseGet(this::unasked);
    return end(left, root.close());
  }

  private Fetched unasked() {
    return new Fetched(uri, Optional.empty());
  }

  private static Ended end(Fetched document, Step tree) {
    return new Ended(document, tree.steps().getFirst());
  }
}
