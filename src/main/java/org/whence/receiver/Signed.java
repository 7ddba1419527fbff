package org.whence.receiver;

import org.whence.chain.Verdict;

/// A signature as an Authentication-Results field tells it (RFC 8601, 2.7.1).
///
/// @param domain its `d=`, hostile
/// @param selector its `s=`, hostile
/// @param algorithm its `a=`, hostile
/// @param signature its `b=`, of which the beginning tells it from others (RFC 6008)
public record Signed(
    Verdict verdict, String domain, String selector, String algorithm, String signature) {
  /// How much of a signature tells it from others.
  static final int TELLING = 8;

  String beginning() {
    return signature.length() > TELLING ? signature.substring(0, TELLING) : signature;
  }
}
