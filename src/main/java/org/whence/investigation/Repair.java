package org.whence.investigation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What was put right before the input could be read. The original octets stay as they were.
///
/// @param count how often
/// @param places where it was necessary, in the order of the input: the first [#MAX_PLACES]
public record Repair(Kind kind, int count, List<Place> places) {
  /// How many places of a kind are kept.
  public static final int MAX_PLACES = 100;

  /// The kinds, with the words that are meant; the words for people are found by the key.
  public enum Kind {
    /// "UTF-16 read as such": text with two octets a character.
    UTF_16,
    /// "a byte order mark dropped".
    BYTE_ORDER_MARK,
    /// "a mailbox's quote mark taken off N lines that begin with >From"; the octets are those of
    /// before the mailbox, unless a line began so already.
    MAILBOX_QUOTED,
    /// "quote marks (>) taken off N lines"; counted by lines.
    QUOTED,
    /// "N lines moved to the left": all lines were indented, or all of the header.
    INDENTED,
    /// "line numbers taken off N lines".
    LINE_NUMBER,
    /// "N lines before the header left out".
    LEADING_TEXT,
    /// "N lines that had lost their folding joined to the field before".
    LOST_FOLDING,
    /// "N lines of blanks read as empty ones": the end of a header.
    BLANK_LINE,
    /// "N no-break or other special spaces read as blanks".
    SPACE,
    /// "N smart quotes read as plain ones".
    SMART_QUOTE,
    /// "N invisible characters (zero width, direction) left out".
    INVISIBLE,
    /// "N escapes of HTML (&lt;) read as meant".
    HTML_ESCAPE,
    /// "N defanged places read as meant": `[.]`, `(dot)`, `[:]`, `[@]`, `hxxp`.
    DEFANGED;

    /// A stable key, such as `repair.quoted`.
    public String key() {
      return "repair." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Repair {
    places = List.copyOf(places);
  }

  /// A repair that begins at a place.
  Repair(Kind kind, int count, Place first) {
    this(kind, count, List.of(first));
  }

  /// Where it was necessary for the first time.
  public Place first() {
    return places.getFirst();
  }

  /// This one and a later one of the same kind.
  Repair and(Repair later) {
    var all = places;
    if (places.size() < MAX_PLACES) {
      all = Stream.concat(places.stream(), later.places().stream()).limit(MAX_PLACES).toList();
    }
    return new Repair(kind, count + later.count(), all);
  }
}
