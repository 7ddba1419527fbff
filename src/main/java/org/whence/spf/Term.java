package org.whence.spf;

import java.util.Optional;

/// A term of a record: a directive or a modifier (RFC 7208, 4.6.1), or what should be one.
///
/// `text` is the term as published, `offset` how many characters of the record stand before it.
public sealed interface Term {
  /// The term as published; characters outside printable ASCII may stand in a broken one.
  String text();

  /// How many characters of the record stand before it.
  int offset();

  /// The term in the canonical spelling: names in lower case, no `+`.
  default String canonical() {
    return switch (this) {
      case Directive(_, _, var qualifier, var mechanism) ->
          (qualifier == Qualifier.PASS ? "" : qualifier.sign()) + mechanism.text();
      case Redirect(_, _, var target) -> "redirect=" + target.text();
      case Explanation(_, _, var target) -> "exp=" + target.text();
      case Unknown(_, _, var name, var value) -> name + "=" + value.text();
      case Broken(var text, _, _) -> text;
    };
  }

  /// Whether it causes queries that count towards the limit (RFC 7208, 4.6.4).
  default boolean asks() {
    return switch (this) {
      case Directive(_, _, _, var mechanism) -> mechanism.asks();
      case Redirect _ -> true;
      case Explanation _, Unknown _, Broken _ -> false;
    };
  }

  /// The text in it that is expanded, where there is one.
  default Optional<MacroString> target() {
    return switch (this) {
      case Directive(_, _, _, var mechanism) -> mechanism.domain();
      case Redirect(_, _, var target) -> Optional.of(target);
      case Explanation(_, _, var target) -> Optional.of(target);
      case Unknown _, Broken _ -> Optional.empty();
    };
  }

  /// A mechanism with its qualifier.
  record Directive(String text, int offset, Qualifier qualifier, Mechanism mechanism)
      implements Term {
    boolean isAll() {
      return mechanism instanceof Mechanism.All;
    }
  }

  /// Another domain's record instead, where nothing matches (6.1).
  record Redirect(String text, int offset, MacroString domain) implements Term {}

  /// Where the explanation of a `fail` is (6.2).
  record Explanation(String text, int offset, MacroString domain) implements Term {}

  /// A modifier that means something to others (6).
  ///
  /// @param name as published
  record Unknown(String text, int offset, String name, MacroString value) implements Term {}

  /// A term that the grammar does not allow; one is enough to make a record useless (4.6).
  record Broken(String text, int offset, Flaw flaw) implements Term {}
}
