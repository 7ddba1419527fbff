package org.whence.chain;

import java.util.Locale;

/// Why a step was concluded as it was, or what was noticed on the way. Each check brings an enum of
/// its own; the words for people are found by the key.
public interface Reason {
  /// What a reason is called, and the rule behind it.
  ///
  /// @param check the name of the check
  /// @param word see [Reason#word()]
  /// @param clause see [Reason#clause()]
  record Label(String check, String word, String clause) {
    /// Takes the word from the name of a constant: `NO_PTR` is `no-ptr`.
    public static Label named(String check, String name, String clause) {
      return new Label(check, name.toLowerCase(Locale.ROOT).replace('_', '-'), clause);
    }
  }

  /// What it is called, and the rule behind it.
  Label label();

  /// A stable key that begins with the check's name, such as `iprev.no-ptr`.
  default String key() {
    return label().check() + "." + word();
  }

  /// The rule behind it, such as `RFC 8601, 2.7.3`.
  default String clause() {
    return label().clause();
  }

  /// The stable word of machine-readable results, such as `no-ptr`: the key without the check.
  default String word() {
    return label().word();
  }

  /// What it says of how much its step had to do with the result of the check.
  default Emphasis emphasis() {
    return Emphasis.PLAIN;
  }
}
