package org.whence.receiver;

import org.whence.chain.Verdict;
import org.whence.ip.Addresses;
import org.whence.ip.Ascii;
import org.whence.spf.SpfResult;

/// Writes the Received-SPF field of a check (RFC 7208, 9.1).
public final class ReceivedSpfWriter {
  private ReceivedSpfWriter() {}

  /// The field, folded, with its last line end.
  ///
  /// @param receiver the name of the server that writes it, hostile
  public static String write(String receiver, SpfResult spf) {
    var client = Addresses.text(Addresses.of(spf.request().ip().getAddress()));
    var comment =
        FieldText.comment(receiver + ": " + spf.domain() + " " + saying(spf) + " " + client);
    var field = new FieldText("Received-SPF", spf.verdict().word() + " " + comment);
    field.add("client-ip=" + value(client) + ";");
    field.add("envelope-from=" + FieldText.quoted(bare(spf.request().mailFrom())) + ";");
    if (!spf.request().helo().isEmpty()) {
      field.add("helo=" + value(spf.request().helo()) + ";");
    }
    field.add("receiver=" + value(receiver) + ";");
    field.add("identity=" + spf.identity().word() + ";");
    if (spf.verdict() == Verdict.TEMPERROR || spf.verdict() == Verdict.PERMERROR) {
      field.add("problem=" + FieldText.quoted(spf.reason().word()) + ";");
    }
    spf.mechanism()
        .ifPresent(mechanism -> field.add("mechanism=" + FieldText.quoted(mechanism) + ";"));
    return field.text("");
  }

  private static String saying(SpfResult spf) {
    return switch (spf.verdict()) {
      case PASS -> "designates as a permitted sender";
      case FAIL -> "does not designate as a permitted sender";
      case SOFTFAIL -> "probably does not designate as a permitted sender";
      case NEUTRAL -> "neither permits nor denies";
      case NONE, POLICY -> "says nothing about";
      case TEMPERROR -> "could not be asked about";
      case PERMERROR -> "has a policy in error for";
    };
  }

  private static String bare(String path) {
    return path.startsWith("<") && path.endsWith(">") ? path.substring(1, path.length() - 1) : path;
  }

  /// RFC 7208, 9.1: a dot-atom, or a quoted string.
  private static String value(String raw) {
    var atom =
        !raw.isEmpty()
            && raw.length() <= FieldText.MAX_VALUE
            && raw.chars().allMatch(c -> Ascii.isLetterOrDigit(c) || ".-_".indexOf(c) >= 0);
    return atom && !raw.startsWith(".") && !raw.endsWith(".") && !raw.contains("..")
        ? raw
        : FieldText.quoted(raw);
  }
}
