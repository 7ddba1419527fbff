package org.whence.ip;

import static org.whence.ip.AddressProblem.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whence.ip.AddressLiteral.Parsed;

/// Reads one literal. Every method that reads a piece returns what is wrong with it, or null.
final class LiteralReader {
  /// The longest address has 45 characters; the rest is for the tag, brackets and a zone id.
  private static final int LONGEST = 128;

  private static final String TAG = "IPv6:";
  private static final String GAP = "::";
  private static final int GROUPS = 8;

  private record Flaw(AddressProblem problem, String detail) {
    Flaw(AddressProblem problem) {
      this(problem, "");
    }
  }

  private final String text;
  private byte[] octets = {};
  private Optional<String> zone = Optional.empty();

  LiteralReader(String text) {
    this.text = text;
  }

  Parsed read() {
    var plain = plainQuad(text);
    if (plain != null) {
      return new Parsed.Accepted(
          new AddressLiteral(Addresses.of(plain), text, Optional.empty(), false));
    }
    var flaw = literal();
    if (flaw != null) {
      return new Parsed.Rejected(text, flaw.problem(), flaw.detail());
    }
    var address = Addresses.of(octets);
    var mapped = octets.length == 16 && address.getAddress().length == 4;
    return new Parsed.Accepted(new AddressLiteral(address, text, zone, mapped));
  }

  /// The octets of four numbers between dots and nothing else, as nearly all literals of long lists
  /// are; null for all that needs a closer look.
  private static byte @Nullable [] plainQuad(String text) {
    var octets = new byte[4];
    var at = 0;
    for (var i = 0; i < octets.length; i++) {
      var start = at;
      var number = 0;
      while (at < text.length() && at < start + 3 && Ascii.isDigit(text.charAt(at))) {
        number = 10 * number + text.charAt(at) - '0';
        at++;
      }
      var shortest = at - start == 1 || (at - start > 1 && text.charAt(start) != '0');
      var parted = i == octets.length - 1 ? at == text.length() : text.startsWith(".", at);
      if (!shortest || number > 255 || !parted) {
        return null;
      }
      octets[i] = (byte) number;
      at++;
    }
    return octets;
  }

  private @Nullable Flaw literal() {
    if (text.isEmpty()) {
      return new Flaw(EMPTY);
    }
    if (text.length() > LONGEST) {
      return new Flaw(TOO_LONG, String.valueOf(text.length()));
    }
    for (var i = 0; i < text.length(); i++) {
      var c = text.codePointAt(i);
      if (c <= ' ' || c >= 0x7F) {
        return new Flaw(
            c <= ' ' || Character.isSpaceChar(c) ? BLANK : BAD_CHARACTER, "U+%04X".formatted(c));
      }
    }
    if (text.startsWith("[") != text.endsWith("]")) {
      return new Flaw(BRACKET);
    }
    return tagged(text.startsWith("[") ? text.substring(1, text.length() - 1) : text);
  }

  private @Nullable Flaw tagged(String body) {
    if (!body.regionMatches(true, 0, TAG, 0, TAG.length())) {
      return zoned(body);
    }
    var address = body.substring(TAG.length());
    return address.indexOf(':') < 0 ? new Flaw(FAMILY, address) : zoned(address);
  }

  private @Nullable Flaw zoned(String body) {
    var percent = body.indexOf('%');
    var address = percent < 0 ? body : body.substring(0, percent);
    if (percent >= 0) {
      var id = body.substring(percent + 1);
      if (address.indexOf(':') < 0
          || id.isEmpty()
          || id.chars().anyMatch(c -> "[]%/".indexOf(c) >= 0)) {
        return new Flaw(ZONE, id);
      }
      zone = Optional.of(id);
    }
    return address.indexOf(':') < 0 ? quad(address) : groups(address);
  }

  private @Nullable Flaw quad(String body) {
    var plain = plainQuad(body);
    if (plain != null) {
      octets = plain;
      return null;
    }
    var parts = Arrays.asList(body.split("\\.", -1));
    octets = new byte[4];
    var flaw = dotted(parts, 0);
    return flaw == null || isMeant(body, parts)
        ? flaw
        : new Flaw(body.isEmpty() ? EMPTY : NOT_AN_ADDRESS);
  }

  /// No name ends in a number (RFC 3696, 2), so what does was meant as an address.
  private static boolean isMeant(String body, List<String> parts) {
    return Ascii.isDigits(parts.getLast())
        || (parts.size() == 4 && parts.stream().limit(3).allMatch(Ascii::isDigits))
        || (parts.size() > 1 && body.chars().allMatch(c -> c == '.' || Ascii.isDigit(c)));
  }

  /// Puts four numbers at a place of the octets.
  private @Nullable Flaw dotted(List<String> parts, int at) {
    if (parts.size() != 4) {
      return new Flaw(OCTET_COUNT, String.valueOf(parts.size()));
    }
    for (int i = 0; i < 4; i++) {
      var part = parts.get(i);
      if (part.isEmpty()) {
        return new Flaw(OCTET_EMPTY);
      }
      if (!Ascii.isDigits(part)) {
        return new Flaw(BAD_OCTET, part);
      }
      if (part.length() > 1 && part.startsWith("0")) {
        return new Flaw(LEADING_ZERO, part);
      }
      if (part.length() > 3 || Integer.parseInt(part) > 255) {
        return new Flaw(OCTET_RANGE, part);
      }
      octets[at + i] = (byte) Integer.parseInt(part);
    }
    return null;
  }

  private @Nullable Flaw groups(String body) {
    octets = new byte[16];
    if (isPlain(body)) {
      return null;
    }
    octets = new byte[16];
    var gap = body.indexOf(GAP);
    if (gap != body.lastIndexOf(GAP)) {
      return new Flaw(TWO_GAPS);
    }
    var left = split(gap < 0 ? body : body.substring(0, gap));
    var right = gap < 0 ? List.<String>of() : split(body.substring(gap + GAP.length()));
    var tail = gap < 0 ? left : right;
    // RFC 4291, 2.2: a dotted quad stands for two groups, the last ones alone.
    var quad = !tail.isEmpty() && tail.getLast().indexOf('.') >= 0;
    var count = left.size() + right.size() + (quad ? 1 : 0);
    if (gap < 0 ? count != GROUPS : count >= GROUPS) {
      return new Flaw(GROUP_COUNT, String.valueOf(count));
    }
    var hex = new ArrayList<String>(left);
    hex.addAll(Collections.nCopies(gap < 0 ? 0 : GROUPS - count, "0"));
    hex.addAll(right);
    if (quad) {
      var flaw = dotted(List.of(hex.removeLast().split("\\.", -1)), 2 * (GROUPS - 2));
      if (flaw != null) {
        return flaw;
      }
    }
    return hex(hex);
  }

  /// Reads groups with one gap at most and no dotted quad, as nearly all are, in one pass.
  ///
  /// @return whether that is what they are; otherwise they are looked at one by one
  private boolean isPlain(String body) {
    var length = body.length();
    var count = 0;
    var gap = body.startsWith(GAP) ? 0 : -1;
    var at = gap < 0 ? 0 : GAP.length();
    while (at < length) {
      var start = at;
      var value = 0;
      while (at < length && at - start < 4 && Ascii.isHexDigit(body.charAt(at))) {
        value = value << 4 | Character.digit(body.charAt(at++), 16);
      }
      if (at == start || count == GROUPS || (at < length && body.charAt(at) != ':')) {
        return false;
      }
      octets[2 * count] = (byte) (value >> 8);
      octets[2 * count + 1] = (byte) value;
      count++;
      if (body.startsWith(GAP, at)) {
        if (gap >= 0) {
          return false;
        }
        gap = count;
        at += GAP.length();
      } else if (at < length && ++at == length) {
        return false;
      }
    }
    if (gap < 0) {
      return count == GROUPS;
    }
    // What stands behind the gap is at the end.
    var tail = 2 * (count - gap);
    System.arraycopy(octets, 2 * gap, octets, 16 - tail, tail);
    Arrays.fill(octets, 2 * gap, 16 - tail, (byte) 0);
    return count < GROUPS;
  }

  private static List<String> split(String groups) {
    return groups.isEmpty() ? List.of() : Arrays.asList(groups.split(":", -1));
  }

  private @Nullable Flaw hex(List<String> groups) {
    for (int i = 0; i < groups.size(); i++) {
      var flaw = group(groups.get(i), 2 * i);
      if (flaw != null) {
        return flaw;
      }
    }
    return null;
  }

  private @Nullable Flaw group(String group, int at) {
    if (group.isEmpty()) {
      return new Flaw(GROUP_EMPTY);
    }
    if (!Ascii.isHexDigits(group)) {
      return new Flaw(BAD_GROUP, group);
    }
    if (group.length() > 4) {
      return new Flaw(GROUP_LENGTH, group);
    }
    var value = Integer.parseInt(group, 16);
    octets[at] = (byte) (value >> 8);
    octets[at + 1] = (byte) value;
    return null;
  }
}
