package org.whence.investigation.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whence.chain.Finding;
import org.whence.chain.Value;
import org.whence.chain.Verdict;

/// One statement while it is held against our results.
final class Holding {
  private final Statement statement;
  private final List<Finding> causes = new ArrayList<>();
  private Optional<Verdict> ours = Optional.empty();
  private Optional<String> path = Optional.empty();

  Holding(Statement statement) {
    this.statement = statement;
  }

  Statement statement() {
    return statement;
  }

  /// Names our result of the same method.
  Holding against(Verdict verdict, String step) {
    ours = Optional.of(verdict);
    path = Optional.of(step);
    return this;
  }

  /// Whether we find what is claimed.
  boolean agrees() {
    return ours.filter(verdict -> verdict.word().equals(statement.word())).isPresent();
  }

  Holding because(ClaimReason reason, Value... values) {
    causes.add(new Finding(reason, List.of(values)));
    return this;
  }

  /// Whether a cause was found.
  boolean explained() {
    return !causes.isEmpty();
  }

  /// DNS trouble on either side, as every method has it.
  void trouble() {
    if (ours.filter(verdict -> verdict == Verdict.TEMPERROR).isPresent()) {
      because(ClaimReason.DNS_FAILED_NOW);
    } else if (statement.word().equals(Verdict.TEMPERROR.word())) {
      because(ClaimReason.DNS_FAILED_THEN);
    }
  }

  /// What it came to, where there is nothing of ours to hold it against.
  Compared nothing(ClaimReason reason, Value... values) {
    because(reason, values);
    return new Compared(
        statement, Optional.empty(), Optional.empty(), ClaimReason.NOT_RECOMPUTED, causes);
  }

  /// What it came to.
  Compared end() {
    return new Compared(
        statement, ours, path, agrees() ? ClaimReason.SAME : ClaimReason.DIFFERENT, causes);
  }
}
