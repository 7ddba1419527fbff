package org.whence.dkim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Signs messages for tests, the plain way and by itself: it shares nothing with what is tested.
///
/// @param tags of the signature beside `v= a= c= h= bh= b=`, such as `d=example.org; s=key`
/// @param names `h=`, with colons
public record Signer(
    KeyPair key, SignatureAlgorithm algorithm, Canonicalizations how, String tags, String names) {
  static final String TAGS = "d=example.org; s=key";
  static final String NAMES = "from:to:subject:date:message-id";

  /// RSA with 2048 bits, `c=relaxed/relaxed`.
  public static Signer relaxed() {
    return new Signer(
        Keys.rsa(2048),
        SignatureAlgorithm.RSA_SHA256,
        new Canonicalizations(Canonicalization.RELAXED, Canonicalization.RELAXED),
        TAGS,
        NAMES);
  }

  /// RSA with 2048 bits, `c=simple/simple`.
  public static Signer simple() {
    return relaxed().with(Canonicalization.SIMPLE, Canonicalization.SIMPLE);
  }

  public Signer with(Canonicalization header, Canonicalization body) {
    return new Signer(key, algorithm, new Canonicalizations(header, body), tags, names);
  }

  public Signer with(KeyPair other, SignatureAlgorithm its) {
    return new Signer(other, its, how, tags, names);
  }

  public Signer tagged(String others) {
    return new Signer(key, algorithm, how, others, names);
  }

  public Signer signing(String others) {
    return new Signer(key, algorithm, how, tags, others);
  }

  /// The message with a signature on top.
  ///
  /// @param message a character an octet, any line ends
  public String sign(String message) {
    return sign(message, Integer.MAX_VALUE);
  }

  /// The same with `l=`; the whole body where that is the largest number.
  public String sign(String message, int length) {
    var crlf = message.replaceAll("(?<!\r)\n", "\r\n");
    var split = crlf.indexOf("\r\n\r\n");
    var header = split < 0 ? crlf : crlf.substring(0, split);
    var body = split < 0 ? "" : crlf.substring(split + 4);
    var canonical = Reference.body(how.body(), body.getBytes(ISO_8859_1));
    var hashed = Arrays.copyOf(canonical, Math.min(length, canonical.length));
    var limit = length == Integer.MAX_VALUE ? "" : "l=" + length + "; ";
    var unsigned =
        "DKIM-Signature: v=1; a=%s; c=%s; %s; h=%s; %sbh=%s;\r\n b="
            .formatted(algorithm.word(), how.word(), tags, names, limit, Keys.base64(hash(hashed)));
    var signed = new StringBuilder();
    for (var field : selected(fields(header))) {
      signed.append(Reference.header(how.header(), field)).append("\r\n");
    }
    signed.append(Reference.header(how.header(), unsigned));
    return unsigned + signature(signed.toString().getBytes(ISO_8859_1)) + "\r\n" + crlf;
  }

  /// For each name the last field that is left.
  private List<String> selected(List<String> fields) {
    var left = new ArrayList<>(fields);
    var found = new ArrayList<String>();
    for (var name : names.toLowerCase(Locale.ROOT).split(":", -1)) {
      for (var i = left.size() - 1; i >= 0; i--) {
        var field = left.get(i);
        if (field.substring(0, field.indexOf(':')).toLowerCase(Locale.ROOT).equals(name.strip())) {
          found.add(left.remove(i));
          break;
        }
      }
    }
    return found;
  }

  private static List<String> fields(String header) {
    return List.of(header.split("\r\n(?![ \t])"));
  }

  private byte[] hash(byte[] octets) {
    try {
      var name = algorithm.hash() == HashAlgorithm.SHA1 ? "SHA-1" : "SHA-256";
      return MessageDigest.getInstance(name).digest(octets);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private String signature(byte[] octets) {
    try {
      var signature = java.security.Signature.getInstance(algorithm.javaName());
      signature.initSign(key.getPrivate());
      signature.update(algorithm == SignatureAlgorithm.ED25519_SHA256 ? hash(octets) : octets);
      return Keys.base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
