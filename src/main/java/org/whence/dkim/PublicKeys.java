package org.whence.dkim;

import java.io.ByteArrayOutputStream;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Optional;

/// Java's keys out of `p=`.
final class PublicKeys {
  private static final int ED25519_OCTETS = 32;
  private static final int ED25519_BITS = 256;

  /// The beginning of a SubjectPublicKeyInfo (RFC 8410, 4) before the 32 octets.
  private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  /// The AlgorithmIdentifier of rsaEncryption (RFC 3279, 2.3.1).
  private static final byte[] RSA_ENCRYPTION =
      HexFormat.of().parseHex("300d06092a864886f70d0101010500");

  /// Looked for once: that takes a third of the time of reading a key.
  private static final KeyFactory RSA = factory("RSA");

  private static final KeyFactory ED25519 = factory("Ed25519");

  private PublicKeys() {}

  /// A key, and whether it was a bare RSAPublicKey of PKCS #1: so RFC 6376, 3.6.1 words it, while
  /// its examples and everybody else have a SubjectPublicKeyInfo.
  record Read(PublicKey key, boolean bare) {
    int bits() {
      return key instanceof RSAPublicKey rsa ? rsa.getModulus().bitLength() : ED25519_BITS;
    }
  }

  /// Reads a key.
  ///
  /// @return empty where the octets are no key of that type
  static Optional<Read> read(KeyType type, byte[] octets) {
    return switch (type) {
      case RSA -> {
        var info = key(RSA, octets, false);
        yield info.isPresent() ? info : key(RSA, info(octets), true);
      }
      case ED25519 ->
          octets.length == ED25519_OCTETS
              ? key(ED25519, joined(ED25519_PREFIX, octets), false)
              : Optional.empty();
    };
  }

  private static KeyFactory factory(String algorithm) {
    try {
      // Of one provider: it does not go to another one after octets that are no key.
      return KeyFactory.getInstance(algorithm, KeyFactory.getInstance(algorithm).getProvider());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  private static Optional<Read> key(KeyFactory factory, byte[] octets, boolean bare) {
    try {
      return Optional.of(new Read(factory.generatePublic(new X509EncodedKeySpec(octets)), bare));
    } catch (InvalidKeySpecException notAKey) {
      return Optional.empty();
    }
  }

  /// The SubjectPublicKeyInfo around an RSAPublicKey.
  private static byte[] info(byte[] bare) {
    var bits = der(0x03, joined(new byte[] {0}, bare));
    return der(0x30, joined(RSA_ENCRYPTION, bits));
  }

  /// A value with its tag and its length in front (X.690, 8.1).
  private static byte[] der(int tag, byte[] content) {
    var out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else {
      var octets = content.length < 0x100 ? 1 : content.length < 0x1_0000 ? 2 : 3;
      out.write(0x80 | octets);
      for (var i = octets - 1; i >= 0; i--) {
        out.write(content.length >>> (8 * i));
      }
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    var both = java.util.Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
