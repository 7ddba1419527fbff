package org.whence.dkim;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The tests' own keys, made once.
public final class Keys {
  private static final Map<Integer, KeyPair> RSA = new ConcurrentHashMap<>();
  private static final KeyPair ED25519 = make("Ed25519", 0);
  private static final int ED25519_OCTETS = 32;

  private Keys() {}

  /// An RSA key of that many bits.
  public static KeyPair rsa(int bits) {
    return RSA.computeIfAbsent(bits, size -> make("RSA", size));
  }

  /// The one Ed25519 key.
  public static KeyPair ed25519() {
    return ED25519;
  }

  private static KeyPair make(String algorithm, int bits) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      if (bits > 0) {
        generator.initialize(bits);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /// The key record of a pair.
  public static String record(KeyPair pair) {
    var octets = pair.getPublic().getEncoded();
    return pair.equals(ED25519)
        ? "v=DKIM1; k=ed25519; p="
            + base64(Arrays.copyOfRange(octets, octets.length - ED25519_OCTETS, octets.length))
        : "v=DKIM1; k=rsa; p=" + base64(octets);
  }

  public static String base64(byte[] octets) {
    return Base64.getEncoder().encodeToString(octets);
  }

  /// The line of a test's zone that publishes a record, in strings of full length.
  public static String zone(String name, String record) {
    var strings = new StringBuilder(name).append(" TXT");
    for (var at = 0; at < record.length(); at += 255) {
      var string = record.substring(at, Math.min(at + 255, record.length()));
      strings.append(" \"").append(string.replace("\\", "\\\\").replace(";", "\\;")).append('"');
    }
    return strings.append('\n').toString();
  }
}
