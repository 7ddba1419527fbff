package org.whence.investigation;

/// Reads an input as text with addresses in it: a list, log lines, or both.
///
/// A token is a run of letters, digits and what joins them; everything else separates. A line
/// without any word in it is one of a list, in which every token was meant as an address, so each
/// that is none is a problem. Elsewhere, only what is an address is taken, and the words pass.
final class AddressReading {
  /// What may stand inside of a token beside letters and digits.
  private static final String JOINING = ".:-_%/@+~";

  private final AddressList found;
  private final Repairs repairs;

  AddressReading(AddressList found, Repairs repairs) {
    this.found = found;
    this.repairs = repairs;
  }

  static Reading of(Decoded decoded) {
    var reading = new AddressReading(new AddressList(), decoded.repairs());
    for (var line : new Lines(decoded.text())) {
      reading.line(line);
    }
    return new Reading(
        reading.found.recognised(), reading.repairs.list(), reading.found.problems());
  }

  void line(Lines.Line line) {
    if (line.isBlank()) {
      return;
    }
    var cleaned = Cleaned.of(line.text(), line.number(), repairs);
    var text = cleaned.text();
    var from = 0;
    while (from < text.length() && " \t>|".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    if (from == text.length()) {
      return;
    }
    if (text.substring(0, from).indexOf('>') >= 0) {
      repairs.note(Repair.Kind.QUOTED, line.number(), 1);
    }
    if (isComment(text, from) || text.charAt(from) == ';') {
      found.comment();
      return;
    }
    tokens(cleaned, from);
  }

  private void tokens(Cleaned cleaned, int from) {
    var text = cleaned.text();
    found.beginLine();
    var at = from;
    while (at < text.length()) {
      // Behind a list's addresses a comment may follow; in a log line, # is a number sign.
      if (isComment(text, at) && text.charAt(at - 1) <= ' ' && found.isList()) {
        break;
      }
      var end = at;
      while (end < text.length() && isJoined(text.charAt(end))) {
        end++;
      }
      if (end > at) {
        var token = text.substring(at, end);
        found.add(PieceReader.read(token), token, cleaned, at);
      }
      at = Math.max(end, at + 1);
    }
    found.endLine(cleaned.place(from));
  }

  private static boolean isComment(String text, int at) {
    return text.charAt(at) == '#' || text.startsWith("//", at);
  }

  private static boolean isJoined(char c) {
    return JOINING.indexOf(c) >= 0 || Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }
}
