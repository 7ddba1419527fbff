package org.whence.investigation.claim;

import java.util.List;
import java.util.stream.Stream;
import org.whence.chain.Step;

/// What the fields of a message claim, beside what we find.
///
/// @param fields newest first as they stand in the message
/// @param step the branch
public record ClaimResult(List<ComparedField> fields, Step step) {
  public ClaimResult {
    fields = List.copyOf(fields);
  }

  /// The fields of a kind.
  public Stream<ComparedField> of(ClaimSource source) {
    return fields.stream().filter(field -> field.field().source() == source);
  }
}
