package org.whence.investigation;

import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.Step;
import org.whence.fetch.Prospect;

/// A document beside a run: its host was looked up, and it is then fetched or left. Ended once; for
/// one thread at a time.
public final class Document {
  private final Branch root;
  private final Optional<Prospect> prospect;

  Document(Branch root, Optional<Prospect> prospect) {
    this.root = root;
    this.prospect = prospect;
  }

  /// What fetching it would reveal; empty where nothing can be fetched, and the step tells why.
  public Optional<Prospect> prospect() {
    return prospect;
  }

  /// Fetches it, where it can be.
  ///
  /// @return the step with what was asked and what came; stopped where the thread is interrupted,
  ///   whose interrupt status is set again
  public Step fetch() {
    try {
      if (prospect.isPresent()) {
        prospect.get().fetch();
      }
      return end(root.close());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return end(root.stop());
    }
  }

  /// Leaves it; the step says what was asked of DNS for it.
  public Step leave() {
    prospect.ifPresent(Prospect::leave);
    return end(root.close());
  }

  private static Step end(Step tree) {
    return tree.steps().getFirst();
  }
}
