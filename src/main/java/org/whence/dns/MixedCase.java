package org.whence.dns;

import java.util.random.RandomGenerator;

/// Names in mixed case ("0x20"): most servers send the question back letter by letter, so whoever
/// forges an answer has to guess the case of every letter too (draft-vixie-dnsext-dns0x20).
final class MixedCase {
  private static final int CASE_BIT = 0x20;
  private static final int BITS = Long.SIZE;

  private MixedCase() {}

  /// The same name (RFC 4343), each letter in upper or lower case by chance.
  ///
  /// @param name in octets (RFC 1035, 3.1)
  static byte[] of(byte[] name, RandomGenerator random) {
    var wire = name.clone();
    var bits = 0L;
    var left = 0;
    // Octets of length are at most 63, below all letters.
    for (var i = 0; i < wire.length; i++) {
      if (isLetter(wire[i])) {
        if (left == 0) {
          bits = random.nextLong();
          left = BITS;
        }
        wire[i] ^= (byte) ((bits & 1) * CASE_BIT);
        bits >>>= 1;
        left--;
      }
    }
    return wire;
  }

  private static boolean isLetter(byte octet) {
    var lower = octet | CASE_BIT;
    return lower >= 'a' && lower <= 'z';
  }
}
