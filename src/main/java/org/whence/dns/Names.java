package org.whence.dns;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

/// Domain names as text, and back.
public final class Names {
  private static final int LONGEST_LABEL = 63;

  private Names() {}

  /// The name without the root dot, the root itself as `.`; octets that are no printable ASCII are
  /// escaped as in master files (RFC 1035, 5.1), so the text is always safe to print.
  public static String text(Name name) {
    var plain = plain(name);
    if (plain != null) {
      return plain;
    }
    return name.equals(Name.root) ? "." : name.toString(true);
  }

  /// The text of an absolute name of letters, digits, hyphens and underscores, as nearly all are,
  /// in a part of the time that looking for escapes takes; null for any other.
  private static @Nullable String plain(Name name) {
    if (!name.isAbsolute() || name.labels() < 2) {
      return null;
    }
    var text = new byte[name.length() - 1];
    var length = 0;
    for (var i = 0; i < name.labels() - 1; i++) {
      var label = name.getLabel(i);
      for (var at = 1; at < label.length; at++) {
        if (!isPlain(label[at])) {
          return null;
        }
        text[length++] = label[at];
      }
      text[length++] = '.';
    }
    return new String(text, 0, length - 1, StandardCharsets.ISO_8859_1);
  }

  /// The octets of an absolute name (RFC 1035, 3.1) in its spelling, without the general writer of
  /// messages: each question of a long list needs them twice.
  static byte[] wire(Name name) {
    var wire = new byte[name.length()];
    var length = 0;
    for (var i = 0; i < name.labels(); i++) {
      var label = name.getLabel(i);
      System.arraycopy(label, 0, wire, length, label.length);
      length += label.length;
    }
    return wire;
  }

  private static boolean isPlain(byte octet) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= 'A' && octet <= 'Z')
        || (octet >= '0' && octet <= '9')
        || octet == '-'
        || octet == '_';
  }

  /// Reads a name, absolute or not, as an absolute one; escapes are those of master files.
  ///
  /// @return empty where this is no name: an empty label, a label over 63 octets, over 255 in all
  public static Optional<Name> parse(String text) {
    try {
      return Optional.of(Name.fromString(text, Name.root));
    } catch (TextParseException notAName) {
      return Optional.empty();
    }
  }

  /// Reads labels between dots, with or without the root dot, as an absolute name; nothing is an
  /// escape, and what is beyond ASCII is taken in UTF-8 ([ALabel] makes A-labels of it before).
  ///
  /// @return empty where a label is empty or over 63 octets, or the name over 255 (RFC 1035, 2.3.4)
  public static Optional<Name> labels(String text) {
    var octets = text.getBytes(StandardCharsets.UTF_8);
    var end =
        octets.length > 0 && octets[octets.length - 1] == '.' ? octets.length - 1 : octets.length;
    // Each dot becomes the length of the label behind it, and there is one in front and one behind.
    var wire = new byte[end + 2];
    var length = 0;
    for (var at = end - 1; at >= -1; at--) {
      if (at >= 0 && octets[at] != '.') {
        wire[at + 1] = octets[at];
        length++;
      } else if (length == 0 || length > LONGEST_LABEL) {
        return Optional.empty();
      } else {
        wire[at + 1] = (byte) length;
        length = 0;
      }
    }
    try {
      return Optional.of(new Name(wire));
    } catch (IOException tooLong) {
      return Optional.empty();
    }
  }
}
