package org.whence.mail.mime;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Charsets by the names that mails give them: registered ones, those of programs, and misspelt
/// ones.
///
/// @param charset the charset; empty where the name says nothing
/// @param misspelt whether the name is none, and the nearest was taken
public record Charsets(Optional<Charset> charset, boolean misspelt) {
  /// No charset has a longer name; what is longer is not looked up.
  private static final int MAX_NAME = 40;

  /// Names that Java does not know, and the charset that is meant; and charsets that are read as
  /// their supersets, because programs write those and say these (WHATWG Encoding, 4.2).
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("utf7", Utf7.NAME),
          Map.entry("utf-7", Utf7.NAME),
          Map.entry("unicode-1-1-utf-7", Utf7.NAME),
          Map.entry("unicode-2-0-utf-7", Utf7.NAME),
          Map.entry("x-unicode-2-0-utf-7", Utf7.NAME),
          Map.entry("unicode-1-1-utf-8", "utf-8"),
          Map.entry("utf-8-strict", "utf-8"),
          Map.entry("utf8mb4", "utf-8"),
          Map.entry("8bit", "windows-1252"),
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("gb2312", "gbk"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("euc-kr", "ms949"),
          Map.entry("ascii-8bit", "us-ascii"),
          Map.entry("iso-8859-8-i", "iso-8859-8"),
          Map.entry("iso-8859-8-e", "iso-8859-8"),
          Map.entry("x-gbk", "gbk"),
          Map.entry("x-mac-roman", "x-macroman"),
          Map.entry("macintosh", "x-macroman"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("cp932", "windows-31j"),
          Map.entry("ms932", "windows-31j"),
          Map.entry("cp949", "ms949"),
          Map.entry("cp950", "x-windows-950"),
          Map.entry("x-euc-jp", "euc-jp"),
          Map.entry("ks-c-5601-1987", "ms949"));

  /// What misspelt names are held against: the charsets of nearly all mail.
  private static final List<String> COMMON =
      List.of(
          "utf-8",
          "us-ascii",
          "iso-8859-1",
          "iso-8859-2",
          "iso-8859-15",
          "windows-1250",
          "windows-1251",
          "windows-1252",
          "iso-2022-jp",
          "shift_jis",
          "euc-jp",
          "euc-kr",
          "gb2312",
          "gb18030",
          "gbk",
          "big5",
          "koi8-r");

  private static final Charsets UNKNOWN = new Charsets(Optional.empty(), false);

  /// Finds a charset by the name that a mail gives it.
  public static Charsets find(String name) {
    var plain = plain(name);
    if (plain.isEmpty() || plain.length() > MAX_NAME) {
      return UNKNOWN;
    }
    var known = registered(plain).or(() -> registered(dashed(plain)));
    if (known.isPresent()) {
      return new Charsets(known, false);
    }
    return COMMON.stream()
        .filter(common -> isNear(plain, common))
        .findFirst()
        .flatMap(Charsets::registered)
        .map(found -> new Charsets(Optional.of(found), true))
        .orElse(UNKNOWN);
  }

  private static String plain(String name) {
    var text = name.strip().toLowerCase(Locale.ROOT);
    // ISO-2022-JP is also written with its escape: "iso-2022-jp$esc".
    var end = text.indexOf('$');
    var plain = new StringBuilder();
    for (var i = 0; i < (end < 0 ? text.length() : end); i++) {
      if ("\"'<>,;".indexOf(text.charAt(i)) < 0) {
        plain.append(text.charAt(i));
      }
    }
    return plain.toString();
  }

  /// `iso8859_1` and `cp-1252` as they are registered.
  private static String dashed(String plain) {
    var dashes = plain.replace('_', '-').replace(' ', '-');
    if (dashes.startsWith("iso8859")) {
      return "iso-8859" + dashes.substring(7);
    }
    return dashes.startsWith("windows12") || dashes.startsWith("win-12") || dashes.startsWith("cp-")
        ? "windows-" + dashes.replaceAll("[^0-9]", "")
        : dashes;
  }

  private static Optional<Charset> registered(String name) {
    var meant = MEANT.getOrDefault(name, name);
    return meant.equals(Utf7.NAME) ? Optional.of(Utf7.CHARSET) : lookUp(meant);
  }

  private static Optional<Charset> lookUp(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  /// Whether one letter is wrong, missing or too many, or two stand in the wrong order.
  private static boolean isNear(String one, String other) {
    var same = 0;
    var shorter = Math.min(one.length(), other.length());
    while (same < shorter && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    var left = one.substring(same);
    var right = other.substring(same);
    var swapped =
        left.length() > 1
            && right.length() > 1
            && left.charAt(0) == right.charAt(1)
            && left.charAt(1) == right.charAt(0)
            && left.substring(2).equals(right.substring(2));
    return swapped
        || behind(left).equals(right)
        || left.equals(behind(right))
        || behind(left).equals(behind(right));
  }

  private static String behind(String text) {
    return text.isEmpty() ? "\0" : text.substring(1);
  }
}
