package org.whence.dkim;

import java.util.Arrays;
import org.whence.mail.HeaderField;

/// Canonical forms of header fields (RFC 6376, 3.4.1 and 3.4.2), without their last line end.
final class HeaderCanonicalizer {
  private HeaderCanonicalizer() {}

  /// Adds a field.
  static void add(HeaderField field, Canonicalization how, OctetBuffer out) {
    add(field.raw(), field.nameEnd() - field.start(), colon(field), how, out);
  }

  /// Adds a signature's own field, with the value of its `b=` taken out (RFC 6376, 3.7).
  static void addUnsigned(Signature signature, Canonicalization how, OctetBuffer out) {
    var field = signature.field();
    var raw = field.raw();
    var value = field.valueStart() - field.start();
    var tag = signature.tags().find("b").orElseThrow();
    var without = Arrays.copyOf(raw, raw.length - (tag.valueEnd() - tag.valueStart()));
    System.arraycopy(
        raw,
        value + tag.valueEnd(),
        without,
        value + tag.valueStart(),
        raw.length - value - tag.valueEnd());
    add(without, field.nameEnd() - field.start(), colon(field), how, out);
  }

  private static int colon(HeaderField field) {
    return field.valueStart() - field.start() - 1;
  }

  static void add(byte[] raw, int nameEnd, int colon, Canonicalization how, OctetBuffer out) {
    switch (how) {
      case SIMPLE -> addSimple(raw, out);
      case RELAXED -> {
        for (var i = 0; i < nameEnd; i++) {
          out.add(raw[i] >= 'A' && raw[i] <= 'Z' ? raw[i] + ('a' - 'A') : raw[i]);
        }
        out.add(':');
        addRelaxed(raw, colon + 1, out);
      }
    }
  }

  /// As it is, but for line ends, which are CRLF.
  private static void addSimple(byte[] raw, OctetBuffer out) {
    var end = raw.length;
    while (end > 0 && isLineEnd(raw[end - 1])) {
      end--;
    }
    var run = 0;
    for (var i = 0; i < end; i++) {
      if (isLineEnd(raw[i])) {
        out.add(raw, run, i);
        out.addLineEnd();
        i += lineEnd(raw, i, end) - 1;
        run = i + 1;
      }
    }
    out.add(raw, run, end);
  }

  /// As long as `mail` takes it for: CRLF, LF, CR, and the CR CR LF of what was converted twice.
  private static int lineEnd(byte[] raw, int at, int end) {
    if (raw[at] == '\n') {
      return 1;
    }
    if (at + 1 < end && raw[at + 1] == '\n') {
      return 2;
    }
    return at + 2 < end && raw[at + 1] == '\r' && raw[at + 2] == '\n' ? 3 : 1;
  }

  /// Unfolded, each run of blanks a single one, none at the ends.
  private static void addRelaxed(byte[] raw, int from, OctetBuffer out) {
    var start = out.size();
    var run = from;
    for (var i = from; i < raw.length; i++) {
      if (raw[i] <= ' ' && (raw[i] == ' ' || raw[i] == '\t' || isLineEnd(raw[i]))) {
        var blank = i;
        var isBlank = false;
        while (i < raw.length && isSpace(raw[i])) {
          isBlank |= !isLineEnd(raw[i]);
          i++;
        }
        out.add(raw, run, blank);
        if (isBlank && out.size() > start && i < raw.length) {
          out.add(' ');
        }
        run = i;
        i--;
      }
    }
    out.add(raw, run, raw.length);
  }

  private static boolean isSpace(byte octet) {
    return octet == ' ' || octet == '\t' || isLineEnd(octet);
  }

  private static boolean isLineEnd(byte octet) {
    return octet == '\r' || octet == '\n';
  }
}
