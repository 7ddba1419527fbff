package org.whence.mail.container;

import java.util.Arrays;
import java.util.OptionalInt;
import org.whence.ip.Ascii;
import org.whence.mail.Octets;

/// A message as Apple Mail keeps it: a line with its length in octets, the message, and a property
/// list with what the program remembers of it.
final class Emlx {
  /// The length is padded with blanks to this at most.
  private static final int MAX_FIRST_LINE = 20;

  private Emlx() {}

  static boolean is(byte[] octets) {
    var length = length(octets);
    if (length.isEmpty()) {
      return false;
    }
    var end = start(octets) + length.getAsInt();
    // A list of numbers begins with one as well.
    return end == octets.length || (end < octets.length && octets[end] == '<');
  }

  static Container read(byte[] octets) {
    var start = start(octets);
    var end = start + length(octets).orElse(0);
    return Container.of(
        Container.Kind.EMLX, new Member("1", Arrays.copyOfRange(octets, start, end)));
  }

  private static int start(byte[] octets) {
    var lineEnd = Octets.endOfLine(octets, 0, Math.min(octets.length, MAX_FIRST_LINE));
    return lineEnd + Octets.lineEnd(octets, lineEnd, octets.length);
  }

  private static OptionalInt length(byte[] octets) {
    var lineEnd = Octets.endOfLine(octets, 0, Math.min(octets.length, MAX_FIRST_LINE));
    if (lineEnd == octets.length || Octets.lineEnd(octets, lineEnd, octets.length) == 0) {
      return OptionalInt.empty();
    }
    var text = Octets.text(octets, 0, lineEnd).strip();
    return text.length() < 10 && Ascii.isDigits(text)
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }
}
