package org.whence.investigation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Names of header fields, by which a header is known when it is seen.
final class FieldNames {
  /// Fields that servers write, long and with a grammar: where one of them is broken by a copy, it
  /// can be mended without touching what a person wrote.
  private static final Set<String> TRACE =
      Set.of(
          "received",
          "x-received",
          "return-path",
          "received-spf",
          "authentication-results",
          "arc-authentication-results",
          "arc-message-signature",
          "arc-seal",
          "dkim-signature",
          "domainkey-signature",
          "x-google-dkim-signature",
          "x-originating-ip",
          "message-id",
          "references",
          "in-reply-to",
          "content-type",
          "date");

  /// Fields that providers write for themselves, as the above; with the beginnings of their names.
  private static final List<String> PROVIDERS =
      List.of("x-ms-exchange-", "x-ms-office365-", "x-forefront-", "x-microsoft-", "x-gm-");

  /// Fields that nobody writes but programs, and that are not looked at for an address alone: one
  /// of them at the beginning is a header.
  private static final Set<String> CERTAIN =
      Set.of(
          "authentication-results",
          "arc-authentication-results",
          "arc-message-signature",
          "arc-seal",
          "dkim-signature",
          "return-path",
          "message-id",
          "content-type");

  private static final Set<String> COMMON =
      Set.of(
          "subject",
          "mime-version",
          "content-transfer-encoding",
          "content-language",
          "delivered-to",
          "envelope-to",
          "x-original-to",
          "reply-to",
          "sender",
          "errors-to",
          "list-id",
          "list-unsubscribe",
          "feedback-id",
          "precedence",
          "auto-submitted",
          "user-agent",
          "x-mailer",
          "x-priority",
          "thread-index",
          "thread-topic",
          "resent-from",
          "resent-date");

  /// Fields that notes and logs have too: they count where a mail address is in them.
  private static final Set<String> PEOPLE = Set.of("from", "to", "cc");

  /// What names of fields are made of; RFC 5322, 2.2, allows more, and nobody makes use of it.
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_.-]*+");

  private FieldNames() {}

  /// The name of the field that begins with this line (RFC 5322, 3.6.8, and blanks before the colon
  /// as in 4.5), in lower case. What nobody sees before it is no part of it.
  static Optional<String> of(Lines.Line line) {
    var all = line.all();
    var start = line.start();
    while (start < line.end() && Lines.Line.isInvisible(all.charAt(start))) {
      start++;
    }
    var end = start;
    while (end < line.end()
        && all.charAt(end) > ' '
        && all.charAt(end) < 0x7F
        && all.charAt(end) != ':') {
      end++;
    }
    var colon = end;
    while (colon < line.end() && Lines.Line.isBlank(all.charAt(colon))) {
      colon++;
    }
    return end > start && colon < line.end() && all.charAt(colon) == ':'
        ? Optional.of(all.substring(start, end).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  static boolean isTrace(String name) {
    return TRACE.contains(name) || PROVIDERS.stream().anyMatch(name::startsWith);
  }

  static boolean isCertain(String name) {
    return CERTAIN.contains(name);
  }

  /// Whether mails have a field of this name.
  static boolean isKnown(String name) {
    return isTrace(name) || COMMON.contains(name) || PEOPLE.contains(name);
  }

  /// Whether a line with this name tells that a header is here.
  static boolean isTelling(String name, Lines.Line line) {
    return isTrace(name)
        || COMMON.contains(name)
        || (PEOPLE.contains(name) && line.text().indexOf('@') >= 0);
  }

  /// Whether a line that begins as a field does goes on with a field that servers write and that
  /// has lost its folding: its name is none that anybody gives a field, as in `(2001:db8::1) by`,
  /// `h=from:to` or `12:00:00 +0000`; or the line before it ended in a colon, and none of its own
  /// follows: within a list of names (RFC 6376, 3.5: `h=`), or where a value has to be.
  ///
  /// @param before the line before it
  static boolean continues(String before, String name, Lines.Line line) {
    if (!NAME.matcher(name).matches()) {
      return true;
    }
    var value = line.all().indexOf(':', line.start()) + 1;
    if (value == line.end() || Lines.Line.isBlank(line.all().charAt(value))) {
      return false;
    }
    return line.all().startsWith("//", value)
        || (before.endsWith(":") && (before.indexOf(':') < before.length() - 1 || !isKnown(name)));
  }

  /// Whether this is the first line of a Received field: its value begins as one (RFC 5321, 4.4),
  /// or on the next line.
  static boolean isReceived(String name, Lines.Line line) {
    if (!name.equals("received")) {
      return false;
    }
    var all = line.all();
    var value = all.indexOf(':', line.start()) + 1;
    while (value < line.end() && all.charAt(value) <= ' ') {
      value++;
    }
    var at = value;
    return at == line.end()
        || all.charAt(at) == '('
        || all.regionMatches(true, at, "from", 0, 4)
        || all.regionMatches(true, at, "by", 0, 2)
        || Character.isSpaceChar(all.charAt(at));
  }
}
