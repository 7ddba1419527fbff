package org.whence.dkim;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.whence.mail.EncodedWords;

/// How a field may have been before lists, gateways and stores had it in their hands. Each list is
/// short, and every pattern here runs in linear time.
final class FieldVariants {
  private static final int LONGEST = 20_000;
  private static final int MOST = 100;
  private static final int FOLDS = 20;

  private static final Set<String> ADDRESSES =
      Set.of("from", "sender", "reply-to", "to", "cc", "resent-from", "resent-to");
  private static final List<String> ENCODINGS =
      List.of("7bit", "8bit", "quoted-printable", "base64", "binary", "7BIT", "8BIT");

  private static final Pattern REPLY = Pattern.compile("^(?i)(re|aw|sv|fwd?|wg|antw) ?: *");
  private static final List<Pattern> TAGS =
      List.of(
          Pattern.compile("^\\[[^\\]]{1,80}\\] *"),
          Pattern.compile("^\\*{2,5}[^*]{1,60}\\*{2,5} *"),
          Pattern.compile("^\\{[^}]{1,60}\\} *"),
          Pattern.compile("^\\([^)]{1,60}\\) *"),
          Pattern.compile("^[A-Z][A-Z0-9 _-]{2,30}: *"));
  private static final Pattern QUOTED_NAME = Pattern.compile("\"([^\"\\\\]{1,200})\" *<");
  private static final Pattern BARE_NAME =
      Pattern.compile("(^|,) *([^\"<>,@]{1,200}[^\"<>,@ ]) *<");
  private static final Pattern BARE_ADDRESS = Pattern.compile("^\\s*([^<>\\s,]{1,320})\\s*$");
  private static final Pattern ANGLE_ADDRESS = Pattern.compile("^\\s*<([^<>\\s,]{1,320})>\\s*$");
  private static final Pattern QUOTED_PARAMETER = Pattern.compile("=\"([^\"]{1,200})\"");
  private static final Pattern BARE_PARAMETER = Pattern.compile("=([^\";\\s]{1,200})");
  private static final Pattern COMMENT = Pattern.compile(" *\\([^()]{0,200}\\)");

  private final FieldText field;
  private final String lower;
  private final Canonicalization how;
  private final List<Variant> found = new ArrayList<>();

  private FieldVariants(FieldText field, Canonicalization how) {
    this.field = field;
    this.lower = field.name().strip().toLowerCase(Locale.ROOT);
    this.how = how;
  }

  /// @param originals what other fields, or `z=`, say that the value was
  static List<Variant> of(FieldText field, Canonicalization how, List<Variant> originals) {
    var variants = new FieldVariants(field, how);
    variants.found.addAll(originals);
    if (field.value().length() <= LONGEST) {
      variants.find();
    }
    return variants.found.stream().limit(MOST).toList();
  }

  private void find() {
    switch (lower) {
      case "subject" -> subject();
      case "content-type", "content-disposition" -> parameters();
      case "content-transfer-encoding" ->
          ENCODINGS.forEach(word -> value(DkimReason.TRANSFER_ENCODING, " " + word));
      case "date" -> {
        comments();
        found.addAll(DateVariants.of(field));
      }
      case "mime-version" -> comments();
      default -> {}
    }
    if (ADDRESSES.contains(lower)) {
      value(DkimReason.QUOTES, QUOTED_NAME.matcher(field.value()).replaceAll("$1 <"));
      value(DkimReason.QUOTES, BARE_ADDRESS.matcher(field.value()).replaceAll(" <$1>"));
      value(DkimReason.QUOTES, ANGLE_ADDRESS.matcher(field.value()).replaceAll(" $1"));
      value(DkimReason.QUOTES, BARE_NAME.matcher(field.value()).replaceAll("$1 \"$2\" <"));
    }
    encodedWords();
    if (how == Canonicalization.SIMPLE) {
      folds();
      names();
    }
  }

  private void value(DkimReason reason, String value) {
    if (!value.equals(field.value())) {
      found.add(new Variant(reason, field.withValue(value)));
    }
  }

  /// A tag in front of the subject, or behind its `Re:`, was put there; so may the `Re:` have been.
  private void subject() {
    var text = field.unfolded();
    var reply = REPLY.matcher(text);
    var start = reply.find() ? reply.end() : 0;
    for (var tag : TAGS) {
      var front = tag.matcher(text);
      if (front.find()) {
        value(DkimReason.SUBJECT_TAG, " " + text.substring(front.end()));
      }
      var behind = tag.matcher(text.substring(start));
      if (start > 0 && behind.find()) {
        var rest = text.substring(start + behind.end());
        value(DkimReason.SUBJECT_TAG, " " + text.substring(0, start) + rest);
        value(DkimReason.SUBJECT_TAG, " " + rest);
      }
    }
    if (start > 0) {
      value(DkimReason.SUBJECT_TAG, " " + text.substring(start));
    }
  }

  private void parameters() {
    var text = field.value();
    value(DkimReason.PARAMETERS, QUOTED_PARAMETER.matcher(text).replaceAll("=$1"));
    value(DkimReason.PARAMETERS, BARE_PARAMETER.matcher(text).replaceAll("=\"$1\""));
    value(DkimReason.PARAMETERS, text.replaceAll(";(?! |\r|\n|\t)", "; "));
    value(DkimReason.PARAMETERS, text.replace("; ", ";"));
    value(DkimReason.PARAMETERS, text.replaceAll(";\\s*$", ""));
    value(DkimReason.PARAMETERS, text + ";");
  }

  private void comments() {
    var text = field.value();
    value(DkimReason.COMMENT, COMMENT.matcher(text).replaceAll(""));
    value(DkimReason.COMMENT, text + " (UTC)");
    value(DkimReason.COMMENT, text.replace("GMT", "+0000"));
    value(DkimReason.COMMENT, text.replace("+0000", "GMT"));
  }

  private void encodedWords() {
    var text = field.unfolded();
    var decoded = EncodedWords.decode(DomainText.utf8(text));
    if (text.contains("=?")) {
      value(DkimReason.RE_ENCODED, " " + latin1(decoded.getBytes(StandardCharsets.UTF_8)));
    }
    if (text.chars().anyMatch(c -> c >= 0x80) || text.contains("=?")) {
      var octets = decoded.getBytes(StandardCharsets.UTF_8);
      var base64 = Base64.getEncoder().encodeToString(octets);
      for (var charset : List.of("UTF-8", "utf-8")) {
        value(DkimReason.RE_ENCODED, " =?" + charset + "?B?" + base64 + "?=");
        value(DkimReason.RE_ENCODED, " =?" + charset + "?Q?" + quotedPrintable(octets) + "?=");
        value(DkimReason.RE_ENCODED, " =?" + charset + "?q?" + quotedPrintable(octets) + "?=");
      }
    }
  }

  private static String quotedPrintable(byte[] octets) {
    var out = new StringBuilder();
    for (var octet : octets) {
      if (octet == ' ') {
        out.append('_');
      } else if (octet > ' ' && octet < 0x7F && "=?_".indexOf(octet) < 0) {
        out.append((char) octet);
      } else {
        out.append("=%02X".formatted(octet & 0xFF));
      }
    }
    return out.toString();
  }

  private static String latin1(byte[] octets) {
    return new String(octets, StandardCharsets.ISO_8859_1);
  }

  /// Folds are lost, moved, or have another blank; only the simple form minds.
  private void folds() {
    var text = field.value();
    value(DkimReason.REFOLDED, text.replaceAll("\r?\n[ \t]+", " "));
    value(DkimReason.REFOLDED, text.replaceAll("\r?\n(?=[ \t])", ""));
    value(DkimReason.REFOLDED, text.replaceAll("\r?\n[ \t]+", "\r\n\t"));
    value(DkimReason.REFOLDED, text.replaceAll("\r?\n[ \t]+", "\r\n "));
    value(DkimReason.REFOLDED, text.replaceAll("\r?\n[ \t]+", "\r\n        "));
    value(DkimReason.REFOLDED, text.replaceAll("; (?=[a-z]+=)", ";\r\n\t"));
    value(DkimReason.REFOLDED, text.replaceAll("; (?=[a-z]+=)", ";\r\n "));
    value(DkimReason.REFOLDED, text.replaceAll(", ", ",\r\n\t"));
    value(DkimReason.REFOLDED, text.replaceAll(", ", ",\r\n "));
    var folded = 0;
    for (var at = text.indexOf(' ', 1); at > 0 && folded < FOLDS; at = text.indexOf(' ', at + 1)) {
      value(DkimReason.REFOLDED, text.substring(0, at) + "\r\n" + text.substring(at));
      folded++;
    }
    value(DkimReason.WHITE_SPACE, text.stripTrailing());
    value(DkimReason.WHITE_SPACE, text + " ");
    value(DkimReason.WHITE_SPACE, text.replaceAll("[ \t]+", " "));
    value(DkimReason.WHITE_SPACE, text.stripLeading());
    value(DkimReason.WHITE_SPACE, " " + text.stripLeading());
  }

  private void names() {
    var name = field.name();
    for (var other : List.of(name.toLowerCase(Locale.ROOT), titled(name), name.strip())) {
      if (!other.equals(name)) {
        found.add(new Variant(DkimReason.FIELD_NAME, new FieldText(other, field.value())));
      }
    }
  }

  private static String titled(String name) {
    var out = new StringBuilder();
    for (var i = 0; i < name.length(); i++) {
      var c = name.charAt(i);
      out.append(
          i == 0 || name.charAt(i - 1) == '-'
              ? Character.toUpperCase(c)
              : Character.toLowerCase(c));
    }
    return out.toString().replace("Message-Id", "Message-ID").replace("Mime-", "MIME-");
  }
}
