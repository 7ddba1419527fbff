package org.whence.dkim;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Tries variants of a body against one body hash, as many octets of them as are allowed.
final class BodyTrial {
  /// How many octets are hashed in all.
  static final long MOST_OCTETS = 256L * 1024 * 1024;

  private final Canonicalization how;
  private final HashAlgorithm algorithm;
  private final long length;
  private final Base64Text claimed;
  private long left = MOST_OCTETS;
  private int tried;

  BodyTrial(Signature signature) {
    this.how = signature.canonicalization().orElseThrow().body();
    this.algorithm = signature.algorithm().orElseThrow().hash();
    this.length = signature.length().orElse(Long.MAX_VALUE);
    this.claimed = signature.bodyHash().orElseThrow().normal();
  }

  Canonicalization how() {
    return how;
  }

  HashAlgorithm algorithm() {
    return algorithm;
  }

  /// What the hash should be.
  Base64Text claimed() {
    return claimed;
  }

  int tried() {
    return tried;
  }

  void count(int more) {
    tried += more;
  }

  boolean fits(byte[] body) {
    return fits(ByteBuffer.wrap(body), how);
  }

  boolean fits(byte[] body, int from, int to) {
    return fits(ByteBuffer.wrap(body, from, to - from), how);
  }

  boolean fits(ByteBuffer body, Canonicalization form) {
    left -= body.remaining();
    if (left < 0) {
      return false;
    }
    tried++;
    return BodyHashes.hash(body, form, algorithm, length).equals(claimed);
  }

  /// Whether the body fits with `[from, to)` taken out.
  boolean fitsWithout(byte[] body, int from, int to) {
    if (left < body.length) {
      return false;
    }
    var without = Arrays.copyOf(body, body.length - (to - from));
    System.arraycopy(body, to, without, from, body.length - to);
    return fits(without);
  }
}
