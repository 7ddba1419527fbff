package org.whence.investigation.claim;

import java.util.List;
import java.util.Optional;
import org.whence.mail.Conformance;
import org.whence.mail.Flaw;
import org.whence.mail.HeaderField;

/// A field that states results.
///
/// @param by who wrote it, as it says itself, hostile
/// @param instance the ARC set that it belongs to
/// @param version the version of its form
/// @param conformance how well it keeps to its grammar
/// @param flaws where it leaves that
/// @param statements at most [#MAX_STATEMENTS]
public record ClaimField(
    ClaimSource source,
    HeaderField field,
    Optional<String> by,
    Optional<Integer> instance,
    Optional<Integer> version,
    Conformance conformance,
    List<Flaw> flaws,
    List<Statement> statements) {
  /// How many statements of a field are read. The number is our own.
  static final int MAX_STATEMENTS = 50;

  public ClaimField {
    flaws = List.copyOf(flaws);
    statements = statements.stream().limit(MAX_STATEMENTS).toList();
  }
}
