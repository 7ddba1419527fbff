package org.whence.dkim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.whence.mail.HeaderField;
import org.whence.mail.Message;

/// What the message itself keeps of how its fields were: copies in `z=`, fields that a list or a
/// gateway put beside the one that it changed, the address behind a rewritten From.
final class Originals {
  private static final int MOST = 12;
  private static final Pattern ADDRESS = Pattern.compile("<([^<>]{1,300})>");
  private static final Pattern VIA = Pattern.compile("(?i) (via|durch|on behalf of) [^<\"]{1,200}");

  private final Message message;
  private final Signature signature;

  Originals(Message message, Signature signature) {
    this.message = message;
    this.signature = signature;
  }

  List<Variant> of(FieldText field) {
    var name = field.name().strip().toLowerCase(Locale.ROOT);
    var found = new ArrayList<Variant>();
    signature.copied().stream()
        .filter(copy -> copy.name().strip().equalsIgnoreCase(name))
        .forEach(
            copy -> found.add(new Variant(DkimReason.COPY_DIFFERS, field.withValue(copy.value()))));
    for (var other : message.fields()) {
      if (other.named() && isOriginal(other.name().toLowerCase(Locale.ROOT), name)) {
        found.add(new Variant(DkimReason.RESTORED, field.withValue(FieldText.of(other).value())));
      }
    }
    if (name.equals("from")) {
      List.of("Reply-To", "Sender", "Cc", "X-Original-Sender")
          .forEach(source -> message.all(source).forEach(f -> author(field, f, found)));
    }
    return found.stream().limit(MOST).toList();
  }

  /// Such as `X-Original-From`, `Original-From`, `From-Original`.
  private static boolean isOriginal(String other, String name) {
    return other.endsWith("-" + name) || other.startsWith(name + "-");
  }

  /// The author's own address is kept in another field when a list puts its own in From.
  private static void author(FieldText from, HeaderField source, List<Variant> found) {
    var kept = FieldText.of(source);
    found.add(new Variant(DkimReason.FROM_REWRITTEN, from.withValue(kept.value())));
    var bracket = ADDRESS.matcher(kept.unfolded());
    var address = bracket.find() ? bracket.group(1) : kept.unfolded();
    if (address.indexOf('@') > 0 && address.indexOf(',') < 0) {
      var name = VIA.matcher(name(from.unfolded())).replaceFirst("");
      for (var form :
          List.of(
              " " + name + " <" + address + ">",
              " \"" + name + "\" <" + address + ">",
              " <" + address + ">",
              " " + address)) {
        found.add(new Variant(DkimReason.FROM_REWRITTEN, from.withValue(form)));
      }
    }
  }

  private static String name(String mailbox) {
    var bracket = mailbox.indexOf('<');
    var name = bracket < 0 ? "" : WhiteSpace.strip(mailbox.substring(0, bracket));
    return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
        ? name.substring(1, name.length() - 1)
        : name;
  }
}
