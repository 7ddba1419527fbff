package org.whence.investigation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.whence.ip.Ascii;

/// One line without what copying and defanging did to it, which still knows where everything stood.
///
/// Defanging is undone where it stands between other characters: `[.] (.) {.} [dot] (dot) {dot}`,
/// `\.` between digits, `[:] [@] [at] (at) [/] [://]`, `[::]` before a group, and `hxxp`.
final class Cleaned {
  private static final String OPEN = "[({";
  private static final String CLOSE = "])}";
  private static final String[][] MEANT = {
    {".", "."}, {"dot", "."}, {":", ":"}, {"@", "@"}, {"at", "@"}, {"://", "://"}, {"/", "/"},
  };

  /// The escapes of what a header has and HTML has not.
  private static final Map<String, String> ESCAPES =
      Map.ofEntries(
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("amp", "&"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("#60", "<"),
          Map.entry("#62", ">"),
          Map.entry("#38", "&"),
          Map.entry("#34", "\""),
          Map.entry("#39", "'"),
          Map.entry("#160", " "),
          Map.entry("#x3c", "<"),
          Map.entry("#x3e", ">"),
          Map.entry("#x27", "'"));

  private static final int LONGEST_ESCAPE = 6;

  private final String original;
  private final int line;
  private final int escapes;
  private final Repairs repairs;
  private final StringBuilder clean;

  /// From each of these offsets of the clean text on, the original one is further by that much.
  private int[] offsets = {};

  private int[] shifts = {};
  private int count;

  private Cleaned(String original, int line, int escapes, Repairs repairs) {
    this.original = original;
    this.line = line;
    this.escapes = escapes;
    this.repairs = repairs;
    this.clean = new StringBuilder(original.length());
  }

  static Cleaned of(String original, int line, Repairs repairs) {
    return of(original, line, 0, repairs);
  }

  /// @param escapes how often HTML is escaped in it, which is taken back as well
  static Cleaned of(String original, int line, int escapes, Repairs repairs) {
    var cleaned = new Cleaned(original, line, escapes, repairs);
    for (var at = 0; at < original.length(); ) {
      at += cleaned.take(at);
    }
    return cleaned;
  }

  /// Takes back the escapes of HTML alone, and what nobody sees at the beginning.
  static Cleaned ofEscapes(String original, int line, int escapes, Repairs repairs) {
    var cleaned = new Cleaned(original, line, escapes, repairs);
    var at = cleaned.start();
    while (at < original.length()) {
      var length = original.charAt(at) == '&' ? cleaned.escaped(at) : 0;
      if (length == 0) {
        cleaned.clean.append(original.charAt(at));
      }
      at += Math.max(1, length);
    }
    return cleaned;
  }

  /// Blanks of other kinds at the beginning are a fold: no field begins so.
  private int start() {
    var at = 0;
    while (at < original.length()
        && original.charAt(at) >= 0x80
        && (Lines.Line.isInvisible(original.charAt(at))
            || Character.isSpaceChar(original.charAt(at)))) {
      at += special(at, original.charAt(at));
    }
    return at;
  }

  String text() {
    return clean.toString();
  }

  /// The place in the input of an offset in the clean text.
  Place place(int offset) {
    var found = Arrays.binarySearch(offsets, 0, count, offset);
    var index = found >= 0 ? found : -found - 2;
    return new Place(line, 1 + offset + (index < 0 ? 0 : shifts[index]));
  }

  /// Takes what stands at an offset over, and returns how long it is.
  private int take(int at) {
    var c = original.charAt(at);
    var meant = c == '&' ? escaped(at) : c < 0x80 ? defanged(at, c) : 0;
    if (meant > 0) {
      return meant;
    }
    if (c >= 0x80) {
      return special(at, c);
    }
    clean.append(c);
    return 1;
  }

  private int special(int at, char c) {
    if (Lines.Line.isInvisible(c)) {
      return replace(Repair.Kind.INVISIBLE, at, 1, "");
    }
    if (Character.isSpaceChar(c)) {
      return replace(Repair.Kind.SPACE, at, 1, " ");
    }
    var quote = plainQuote(c);
    if (quote != 0) {
      return replace(Repair.Kind.SMART_QUOTE, at, 1, String.valueOf(quote));
    }
    clean.append(c);
    return 1;
  }

  private static char plainQuote(char c) {
    // U+0091 to U+0094 are those of Windows-1252 read as Latin-1.
    if ("\u2018\u2019\u201A\u201B\u2039\u203A\u0091\u0092".indexOf(c) >= 0) {
      return '\'';
    }
    return "\u201C\u201D\u201E\u201F\u00AB\u00BB\u0093\u0094".indexOf(c) >= 0 ? '"' : 0;
  }

  private int defanged(int at, char c) {
    if (OPEN.indexOf(c) >= 0) {
      return bracketed(at, CLOSE.charAt(OPEN.indexOf(c)));
    }
    if (c == '\\' && isDigit(at - 1) && at(at + 1) == '.' && isDigit(at + 2)) {
      return replace(Repair.Kind.DEFANGED, at, 2, ".");
    }
    if ((c == 'h' || c == 'H')
        && original.regionMatches(true, at, "hxxp", 0, 4)
        && !Character.isLetterOrDigit(at(at - 1))) {
      return replace(Repair.Kind.DEFANGED, at, 4, "http");
    }
    return 0;
  }

  /// `&lt;`, `&#60;`: what copying out of the source of a page leaves; `&amp;lt;` where that was
  /// escaped again.
  private int escaped(int at) {
    var end = at + 1;
    var meant = "";
    for (var level = 0; level < escapes && (level == 0 || meant.equals("&")); level++) {
      var next = original.indexOf(';', end, Math.min(original.length(), end + LONGEST_ESCAPE));
      var name = next < 0 ? "" : original.substring(end, next).toLowerCase(Locale.ROOT);
      if (!ESCAPES.containsKey(name)) {
        break;
      }
      meant = ESCAPES.get(name);
      end = next + 1;
    }
    return meant.isEmpty() ? 0 : replace(Repair.Kind.HTML_ESCAPE, at, end - at, meant);
  }

  private int bracketed(int at, char close) {
    if (original.startsWith("[::]", at) && Ascii.isHexDigit(at(at + 4))) {
      return replace(Repair.Kind.DEFANGED, at, 4, "::");
    }
    if (clean.isEmpty() || clean.charAt(clean.length() - 1) <= ' ') {
      return 0;
    }
    for (var meant : MEANT) {
      var end = at + 1 + meant[0].length();
      if (at(end) == close
          && at(end + 1) > ' '
          && original.regionMatches(true, at + 1, meant[0], 0, meant[0].length())) {
        return replace(Repair.Kind.DEFANGED, at, end + 1 - at, meant[1]);
      }
    }
    return 0;
  }

  private int replace(Repair.Kind kind, int at, int length, String by) {
    repairs.note(kind, line, at + 1);
    clean.append(by);
    if (by.length() != length) {
      note(clean.length(), at + length - clean.length());
    }
    return length;
  }

  private void note(int offset, int shift) {
    if (count > 0 && offsets[count - 1] == offset) {
      count--;
    }
    if (count == offsets.length) {
      offsets = Arrays.copyOf(offsets, Math.max(8, 2 * count));
      shifts = Arrays.copyOf(shifts, offsets.length);
    }
    offsets[count] = offset;
    shifts[count++] = shift;
  }

  private char at(int offset) {
    return offset >= 0 && offset < original.length() ? original.charAt(offset) : 0;
  }

  private boolean isDigit(int offset) {
    return Ascii.isDigit(at(offset));
  }
}
