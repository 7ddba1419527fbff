package org.whence.dmarc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads records (RFC 9989, 4.7 and 4.8; RFC 6376, 3.2). Never throws; linear in the length.
public final class RecordParser {
  /// The longest record: what the data of a TXT record can hold (RFC 1035, 3.2.1).
  public static final int MAX_LENGTH = 65_535;

  /// How many tags are read; there are fewer than twenty. The number is our own.
  public static final int MAX_TAGS = 1_000;

  private static final String VERSION = "DMARC1";

  private final String text;
  private final List<Tag> tags = new ArrayList<>();
  private final List<Flaw> flaws = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private boolean usable = true;

  private RecordParser(String text) {
    this.text = text;
  }

  /// Whether the text of a TXT record is a DMARC record: it begins with the version, spelt exactly,
  /// alone in its tag (RFC 9989, 4.7, `v`). Blanks before it are allowed by RFC 6376, 3.2.
  public static boolean isRecord(String text) {
    var start = skipBlanks(text, 0);
    if (start == text.length() || (text.charAt(start) | 0x20) != 'v') {
      return false;
    }
    var equals = skipBlanks(text, start + 1);
    if (equals == text.length() || text.charAt(equals) != '=') {
      return false;
    }
    var value = skipBlanks(text, equals + 1);
    if (!text.startsWith(VERSION, value)) {
      return false;
    }
    var end = skipBlanks(text, value + VERSION.length());
    return end == text.length() || text.charAt(end) == ';';
  }

  /// Whether a text that is no record was surely meant to be one.
  static boolean isNearlyRecord(String text) {
    return !isRecord(text) && text.toLowerCase(Locale.ROOT).contains("v=dmarc1");
  }

  /// Reads a record.
  ///
  /// @param text the character-strings of the TXT record, joined; a character an octet
  public static DmarcRecord parse(String text) {
    return new RecordParser(text).parse();
  }

  private DmarcRecord parse() {
    var end = Math.min(text.length(), MAX_LENGTH);
    if (text.length() > MAX_LENGTH) {
      flaw(DmarcReason.TOO_LONG, MAX_LENGTH, String.valueOf(text.length()));
    }
    if (skipBlanks(text, 0) > 0) {
      flaw(DmarcReason.LEADING_BLANK, 0, "");
    }
    var at = 0;
    while (at < end && tags.size() < MAX_TAGS) {
      var semicolon = text.indexOf(';', at);
      var stop = semicolon < 0 || semicolon > end ? end : semicolon;
      tag(skipBlanks(text, at), stop);
      at = stop + 1;
    }
    if (at < end) {
      flaw(DmarcReason.TOO_MANY_TAGS, at, String.valueOf(MAX_TAGS));
    }
    flaws.addAll(new RecordFindings(tags).flaws());
    return new DmarcRecord(text, tags, flaws, usable);
  }

  /// @param from where the part begins, behind its blanks
  private void tag(int from, int stop) {
    if (from >= stop) {
      return;
    }
    var part = text.substring(from, stop);
    var equals = part.indexOf('=');
    if (equals <= 0) {
      flaw(DmarcReason.NOT_A_TAG, from, part.strip());
      return;
    }
    var spelt = part.substring(0, equals).strip();
    var value = part.substring(equals + 1).strip();
    badCharacter(part).ifPresent(at -> flaw(DmarcReason.BAD_CHARACTER, from + at, spelt));
    var name = spelt.toLowerCase(Locale.ROOT);
    if (!name.equals(spelt) && RecordFindings.isKnown(name)) {
      flaw(DmarcReason.TAG_CASE, from, spelt);
    }
    if (!seen.add(name)) {
      // RFC 6376, 3.2: a tag that occurs twice makes the whole list invalid.
      flaw(DmarcReason.DUPLICATE_TAG, from, spelt);
      usable = false;
    }
    tags.add(new Tag(name, value, from));
  }

  /// RFC 9989, 4.8: printing characters alone.
  private static Optional<Integer> badCharacter(String part) {
    for (var i = 0; i < part.length(); i++) {
      var c = part.charAt(i);
      if ((c < ' ' && c != '\t') || c > '~') {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private void flaw(DmarcReason reason, int offset, String detail) {
    flaws.add(new Flaw(reason, offset, detail));
  }

  private static int skipBlanks(String text, int from) {
    var at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }
}
