package org.whence.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.whence.chain.Reason;

/// How the content of an entity is kept from being read, or from being changed.
public enum Protection implements Reason {
  /// Encrypted with S/MIME (RFC 8551, 3.2.2); what is in it cannot be told.
  SMIME_ENCRYPTED("RFC 8551, 3.3"),
  /// Signed with S/MIME in one piece (RFC 8551, 3.5.2); what is in it is not taken out.
  SMIME_SIGNED("RFC 8551, 3.5.2"),
  /// Encrypted with OpenPGP (RFC 3156, 4; RFC 9580, 6.2); what is in it cannot be told.
  PGP_ENCRYPTED("RFC 3156, 4");

  private static final byte[] ARMOR =
      "-----BEGIN PGP MESSAGE-----".getBytes(StandardCharsets.US_ASCII);

  /// How far from its beginning the armour of OpenPGP is looked for in a text.
  private static final int LOOKED_AT = 4096;

  private final String clause;

  Protection(String clause) {
    this.clause = clause;
  }

  @Override
  public Label label() {
    return Label.named("protection", name(), clause);
  }

  /// How an entity itself is protected, not what is around it.
  public static Optional<Protection> of(Entity entity) {
    var type = entity.type();
    if (type.is("application/pkcs7-mime") || type.is("application/x-pkcs7-mime")) {
      var kind = type.parameters().first("smime-type").orElse("").toLowerCase(Locale.ROOT);
      return switch (kind) {
        case "signed-data", "certs-only" -> Optional.of(SMIME_SIGNED);
        default -> Optional.of(SMIME_ENCRYPTED);
      };
    }
    if (type.is("multipart/encrypted")) {
      return Optional.of(PGP_ENCRYPTED);
    }
    return type.isA("text")
            && entity.kind() == Entity.Kind.BODY
            && isArmored(entity.beginning(LOOKED_AT))
        ? Optional.of(PGP_ENCRYPTED)
        : Optional.empty();
  }

  private static boolean isArmored(byte[] content) {
    var end = Math.min(content.length, LOOKED_AT) - ARMOR.length;
    for (int at = 0; at <= end; at++) {
      if (content[at] == '-'
          && java.util.Arrays.equals(content, at, at + ARMOR.length, ARMOR, 0, ARMOR.length)) {
        return true;
      }
    }
    return false;
  }
}
