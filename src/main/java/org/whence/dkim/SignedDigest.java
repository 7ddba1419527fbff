package org.whence.dkim;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.NoSuchPaddingException;

/// The hash inside an RSA signature (RFC 8017, 9.2): what the header hashed to when it was signed.
/// With it a variant of the header costs one hash, and no work with the key.
record SignedDigest(HashAlgorithm algorithm, Base64Text hash) {
  private static final byte[] SHA1 = HexFormat.of().parseHex("3021300906052b0e03021a05000414");
  private static final byte[] SHA256 =
      HexFormat.of().parseHex("3031300d060960864801650304020105000420");

  /// Opens a signature.
  ///
  /// @return empty where the key did not make it: another did, or it was damaged
  static Optional<SignedDigest> open(PublicKey key, Base64Text signature) {
    try {
      var cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
      cipher.init(Cipher.DECRYPT_MODE, key);
      return read(cipher.doFinal(signature.octets()));
    } catch (NoSuchAlgorithmException | NoSuchPaddingException e) {
      throw new IllegalStateException("every Java has RSA", e);
    } catch (GeneralSecurityException notOfThisKey) {
      return Optional.empty();
    }
  }

  private static Optional<SignedDigest> read(byte[] info) {
    return read(info, SHA256, HashAlgorithm.SHA256).or(() -> read(info, SHA1, HashAlgorithm.SHA1));
  }

  private static Optional<SignedDigest> read(byte[] info, byte[] prefix, HashAlgorithm algorithm) {
    var matches =
        info.length == prefix.length + algorithm.digest().getDigestLength()
            && Arrays.equals(info, 0, prefix.length, prefix, 0, prefix.length);
    return matches
        ? Optional.of(
            new SignedDigest(
                algorithm, Base64Text.of(Arrays.copyOfRange(info, prefix.length, info.length))))
        : Optional.empty();
  }
}
