package org.whence.dkim;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.SignatureException;
import java.util.function.Consumer;

/// Whether a signature is that of some octets, by Java's own cryptography.
final class Arithmetic {
  private Arithmetic() {}

  /// Checks a signature.
  ///
  /// @return [HashCheck#UNCHECKED] where Java cannot use the key
  static HashCheck check(
      SignatureAlgorithm algorithm,
      PublicKey key,
      Consumer<OctetSink> signed,
      Base64Text signature) {
    try {
      var check = java.security.Signature.getInstance(algorithm.javaName());
      check.initVerify(key);
      switch (algorithm.keyType()) {
        case RSA -> signed.accept((octets, from, to) -> update(check, octets, from, to));
        case ED25519 -> {
          // RFC 8463, 3: it signs the hash.
          var digest = algorithm.hash().digest();
          signed.accept((octets, from, to) -> digest.update(octets, from, to - from));
          check.update(digest.digest());
        }
      }
      return check.verify(signature.octets()) ? HashCheck.OK : HashCheck.BAD;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm.javaName(), e);
    } catch (InvalidKeyException unusable) {
      return HashCheck.UNCHECKED;
    } catch (SignatureException notOfThisKey) {
      // The wrong length, for example.
      return HashCheck.BAD;
    }
  }

  private static void update(java.security.Signature check, byte[] octets, int from, int to) {
    try {
      check.update(octets, from, to - from);
    } catch (SignatureException e) {
      throw new IllegalStateException("the signature was made ready before", e);
    }
  }
}
