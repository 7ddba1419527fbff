package org.whence.spf;

import java.util.Optional;
import org.whence.chain.Verdict;

/// What a mechanism that matches means (RFC 7208, 4.6.2).
public enum Qualifier {
  /// `+`, or nothing.
  PASS("+", Verdict.PASS),
  /// `-`
  FAIL("-", Verdict.FAIL),
  /// `~`
  SOFTFAIL("~", Verdict.SOFTFAIL),
  /// `?`
  NEUTRAL("?", Verdict.NEUTRAL);

  private final String sign;
  private final Verdict verdict;

  Qualifier(String sign, Verdict verdict) {
    this.sign = sign;
    this.verdict = verdict;
  }

  /// That of a sign.
  static Optional<Qualifier> of(char sign) {
    return switch (sign) {
      case '+' -> Optional.of(PASS);
      case '-' -> Optional.of(FAIL);
      case '~' -> Optional.of(SOFTFAIL);
      case '?' -> Optional.of(NEUTRAL);
      default -> Optional.empty();
    };
  }

  /// The sign in records.
  public String sign() {
    return sign;
  }

  /// The result of a record in which such a mechanism matches.
  public Verdict verdict() {
    return verdict;
  }
}
