package org.whence.spf;

import java.util.List;
import java.util.stream.Collectors;

/// A text with macros: the `domain-spec` of a term, the value of a modifier, an explanation (RFC
/// 7208, 7.1).
///
/// @param pieces in order; no two literals stand beside each other
public record MacroString(List<Macro> pieces) {
  public MacroString {
    pieces = List.copyOf(pieces);
  }

  /// The text as it is written in records.
  public String text() {
    return pieces.stream().map(Macro::text).collect(Collectors.joining());
  }

  /// Whether anything in it is to be expanded.
  public boolean hasMacros() {
    return pieces.stream().anyMatch(piece -> !(piece instanceof Macro.Literal));
  }

  /// Whether a macro with this letter, in lower case, stands in it.
  public boolean uses(char letter) {
    return pieces.stream()
        .anyMatch(piece -> piece instanceof Macro.Expand macro && macro.kind() == letter);
  }
}
