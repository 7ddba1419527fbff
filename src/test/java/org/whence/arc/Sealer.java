package org.whence.arc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.whence.dkim.Canonicalization;
import org.whence.dkim.Keys;
import org.whence.dkim.Reference;

/// Seals messages for tests, the plain way (RFC 8617, 5.1), with the key `key` of `sealer.example`.
public final class Sealer {
  static final String NAME = "key._domainkey.sealer.example";
  private static final String NAMES = "from:to:subject";

  private Sealer() {}

  /// The zone with its key.
  public static String zone() {
    return Keys.zone(NAME, Keys.record(Keys.rsa(2048)));
  }

  /// The message with one more set on top, numbered on, its status as it should be.
  public static String seal(String message) {
    return seal(message, fields(message, "ARC-Seal").isEmpty() ? "none" : "pass");
  }

  /// The same with a status of one's own; with `fail` the seal signs its own set alone.
  static String seal(String message, String status) {
    var crlf = message.replaceAll("(?<!\r)\n", "\r\n");
    var i = fields(crlf, "ARC-Seal").size() + 1;
    var results = "ARC-Authentication-Results: i=%d; mx%d.example; spf=pass".formatted(i, i);
    var signature = messageSignature(crlf, i);
    var seal =
        "ARC-Seal: i=%d; a=rsa-sha256; cv=%s; d=sealer.example; s=key; b=".formatted(i, status);
    var sealed = new ArrayList<String>();
    for (var j = 1; j < i && !status.equals("fail"); j++) {
      sealed.addAll(set(crlf, j));
    }
    sealed.addAll(List.of(results, signature, seal));
    return String.join("\r\n", seal + sign(sealed), signature, results, crlf);
  }

  private static String messageSignature(String message, int i) {
    var body = message.substring(message.indexOf("\r\n\r\n") + 4).getBytes(ISO_8859_1);
    var unsigned =
        ("ARC-Message-Signature: i=%d; a=rsa-sha256; c=relaxed/relaxed; d=sealer.example; s=key;"
                + "\r\n h=%s; bh=%s; b=")
            .formatted(i, NAMES, hash(Reference.body(Canonicalization.RELAXED, body)));
    var signed = new ArrayList<String>();
    for (var name : NAMES.split(":", -1)) {
      signed.add(fields(message, name).getLast());
    }
    signed.add(unsigned);
    return unsigned + sign(signed);
  }

  private static List<String> set(String message, int i) {
    var found = new ArrayList<String>();
    for (var name : List.of("ARC-Authentication-Results", "ARC-Message-Signature", "ARC-Seal")) {
      fields(message, name).stream().filter(f -> f.contains(" i=" + i + ";")).forEach(found::add);
    }
    return found;
  }

  private static List<String> fields(String message, String name) {
    var header =
        message.substring(0, message.indexOf("\r\n\r\n") < 0 ? 0 : message.indexOf("\r\n\r\n"));
    var field = Pattern.compile("(?im)^" + name + ":.*(\r\n[ \t].*)*");
    return field.matcher(header).results().map(match -> match.group()).toList();
  }

  private static String sign(List<String> fields) {
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(Keys.rsa(2048).getPrivate());
      var canonical = fields.stream().map(f -> Reference.header(Canonicalization.RELAXED, f));
      signature.update(String.join("\r\n", canonical.toList()).getBytes(ISO_8859_1));
      return Keys.base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String hash(byte[] octets) {
    try {
      return Keys.base64(MessageDigest.getInstance("SHA-256").digest(octets));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
