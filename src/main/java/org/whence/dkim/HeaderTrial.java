package org.whence.dkim;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;

/// Tries variants of a header against one signature, as many as are allowed.
final class HeaderTrial {
  /// How many variants are tried with RSA, where each costs a hash.
  static final int MOST = 4_000;

  /// How many with Ed25519, where each costs a check of the signature, which is slow in Java.
  static final int MOST_SLOW = 100;

  /// How many octets are hashed in all.
  static final long MOST_OCTETS = 128L * 1024 * 1024;

  private final Signature signature;
  private final PublicKey key;
  private final Optional<SignedDigest> digest;
  private final int most;
  private int tried;
  private long hashed;

  /// @param digest what an RSA signature holds; empty for Ed25519
  HeaderTrial(Signature signature, PublicKey key, Optional<SignedDigest> digest) {
    this.signature = signature;
    this.key = key;
    this.digest = digest;
    this.most = digest.isPresent() ? MOST : MOST_SLOW;
  }

  int tried() {
    return tried;
  }

  boolean isOver() {
    return tried >= most || hashed > MOST_OCTETS;
  }

  /// Whether the signature is that of these octets.
  boolean fits(List<byte[]> pieces) {
    if (isOver()) {
      return false;
    }
    tried++;
    pieces.forEach(piece -> hashed += piece.length);
    if (digest.isPresent()) {
      var hash = digest.get().algorithm().digest();
      pieces.forEach(hash::update);
      return Base64Text.of(hash.digest()).equals(digest.get().hash());
    }
    return Arithmetic.check(
            signature.algorithm().orElseThrow(),
            key,
            sink -> pieces.forEach(piece -> sink.take(piece, 0, piece.length)),
            signature.data().orElseThrow())
        == HashCheck.OK;
  }
}
