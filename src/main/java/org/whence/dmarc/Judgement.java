package org.whence.dmarc;

import java.util.List;
import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;

/// What is concluded of a message from what was found of its authors.
///
/// @param spec the text that it is judged by
/// @param authors those that were judged
/// @param step the step of the message, which ends with the result
record Judgement(DmarcSpec spec, DmarcRequest request, List<AuthorResult> authors, Branch step) {

  /// The author that decides speaks for the whole.
  DmarcResult decided(AuthorResult author) {
    return end(author.verdict(), author.reason(), author.values(), Optional.of(author));
  }

  /// RFC 9989, 11.5: where not all authors are judged the evaluation is incomplete. Somebody who
  /// names ten domains of their own before another's must not pass by that.
  DmarcResult incomplete(DmarcReason reason, Value... values) {
    return end(Verdict.PERMERROR, reason, List.of(values), Optional.empty());
  }

  /// There is nothing to judge, or nothing may be.
  DmarcResult nothing(DmarcReason reason) {
    return end(Verdict.NONE, reason, List.of(), Optional.empty());
  }

  private DmarcResult end(
      Verdict verdict, DmarcReason reason, List<Value> values, Optional<AuthorResult> decisive) {
    var closed = step.close(verdict, reason, values.toArray(Value[]::new));
    return new DmarcResult(request, spec, verdict, reason, values, authors, decisive, closed);
  }
}
