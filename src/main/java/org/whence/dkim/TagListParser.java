package org.whence.dkim;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.whence.ip.Ascii;

/// Reads tag lists strictly (RFC 6376, 3.2), whole and in linear time: what is wrong is a flaw, and
/// the reading goes on behind it.
final class TagListParser {
  /// How many tags are read; no list has more than twenty that mean something.
  static final int MAX_TAGS = 1_000;

  private final String text;
  private final List<Tag> tags = new ArrayList<>();
  private final List<Flaw> flaws = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final boolean hasBadCharacter;

  private TagListParser(String text) {
    this.text = text;
    this.hasBadCharacter = hasBadCharacter(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// Nearly no list has one, and all octets are looked at at once: there is no way out of the loop.
  private static boolean hasBadCharacter(byte[] octets) {
    var found = false;
    for (var octet : octets) {
      found |= isBad(octet & 0xFF);
    }
    return found;
  }

  private static boolean isBad(int c) {
    return (c < ' ' && !WhiteSpace.isSpace(c)) || c == 0x7F;
  }

  /// @param text a character an octet
  static TagList parse(String text) {
    return new TagListParser(text).parse();
  }

  private TagList parse() {
    var at = 0;
    while (at < text.length()) {
      var end = text.indexOf(';', at);
      end = end < 0 ? text.length() : end;
      if (tags.size() == MAX_TAGS) {
        flaws.add(new Flaw(DkimReason.TOO_MANY_TAGS, "", Integer.toString(MAX_TAGS)));
        break;
      }
      if (!isBlank(at, end)) {
        tag(at, end);
      } else if (end < text.length()) {
        // The list may end with a semicolon, and that is all.
        flaws.add(new Flaw(DkimReason.EMPTY_TAG, "", ""));
        end = endOfBlank(end);
      }
      at = end + 1;
    }
    return new TagList(tags, flaws);
  }

  /// The last semicolon of those with nothing between them: one flaw is enough.
  private int endOfBlank(int semicolon) {
    var last = semicolon;
    for (var at = semicolon; at < text.length() && (isSpace(at) || text.charAt(at) == ';'); at++) {
      last = text.charAt(at) == ';' ? at : last;
    }
    return last;
  }

  private void tag(int from, int to) {
    var equals = text.indexOf('=', from, to);
    var nameEnd = equals < 0 ? to : equals;
    var start = skip(from, nameEnd);
    var name = text.substring(start, back(start, nameEnd));
    if (equals < 0) {
      flaws.add(new Flaw(DkimReason.NOT_A_TAG, "", name));
      return;
    }
    if (!isName(name)) {
      flaws.add(new Flaw(DkimReason.BAD_TAG_NAME, "", name));
      return;
    }
    var valueStart = skip(equals + 1, to);
    var tag =
        new Tag(name, text.substring(valueStart, back(valueStart, to)), start, equals + 1, to);
    tags.add(tag);
    if (!names.add(name)) {
      flaws.add(new Flaw(DkimReason.REPEATED_TAG, name, tag.value()));
    }
    if (hasBadCharacter) {
      check(tag);
    }
  }

  /// tag-value: printable ASCII but the semicolon, blanks inside; and what RFC 8616, 5 adds.
  private void check(Tag tag) {
    var value = tag.value();
    for (var i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      if (isBad(c)) {
        flaws.add(new Flaw(DkimReason.BAD_CHARACTER, tag.name(), "0x%02X".formatted((int) c)));
        return;
      }
    }
  }

  private static boolean isName(String name) {
    for (var i = 0; i < name.length(); i++) {
      var c = name.charAt(i);
      if (i == 0 ? !Ascii.isLetter(c) : !Ascii.isLetterOrDigit(c) && c != '_') {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private boolean isBlank(int from, int to) {
    return skip(from, to) == to;
  }

  private int skip(int from, int to) {
    var at = from;
    while (at < to && isSpace(at)) {
      at++;
    }
    return at;
  }

  private int back(int from, int to) {
    var at = to;
    while (at > from && isSpace(at - 1)) {
      at--;
    }
    return at;
  }

  private boolean isSpace(int at) {
    return WhiteSpace.isSpace(text.charAt(at));
  }
}
