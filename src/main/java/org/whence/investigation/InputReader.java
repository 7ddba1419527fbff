package org.whence.investigation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Recognises what was pasted. Asks nothing, and never throws on any input.
///
/// A mail comes before addresses: octets that begin like a header, or hold a Received field at the
/// beginning of a line, are a mail, as they stand or with their quote marks taken off. Everything
/// else is text with addresses in it, or nothing.
public final class InputReader {
  /// How many octets are read; what is behind them is said to be left out.
  public static final int MAX_SIZE = 50 * 1024 * 1024;

  private InputReader() {}

  /// Recognises text from the clipboard.
  public static Input pasted(String text) {
    return read(Source.PASTED, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Recognises an argument of the command line that is no file.
  public static Input argument(String text) {
    return read(Source.argument(text), text.getBytes(StandardCharsets.UTF_8));
  }

  /// Reads standard input to its end and recognises it.
  public static Input stdin(InputStream in) throws IOException {
    return read(Source.STDIN, in.readNBytes(MAX_SIZE + 1));
  }

  /// Recognises octets.
  ///
  /// @param octets not written into any more by whoever hands them over
  public static Input read(Source source, byte[] octets) {
    var decoded = Decoded.of(octets);
    var reading = withSize(octets, reading(octets, decoded));
    var isText =
        !(reading.recognised() instanceof Recognised.Nothing(var why, _))
            || why != Recognised.Why.BINARY;
    return new Input(source, octets, isText ? decoded.text() : "", reading);
  }

  private static Reading reading(byte[] octets, Decoded decoded) {
    return switch (decoded.shape()) {
      case EMPTY -> nothing(Recognised.Why.EMPTY);
      case OFFICE_FILE -> nothing(Recognised.Why.OFFICE_FILE);
      case BINARY ->
          MailReading.of(octets, decoded).orElseGet(() -> nothing(Recognised.Why.BINARY));
      case TEXT -> MailReading.of(octets, decoded).orElseGet(() -> AddressReading.of(decoded));
    };
  }

  private static Reading nothing(Recognised.Why why) {
    return new Reading(new Recognised.Nothing(why, Optional.empty()), List.of(), List.of());
  }

  private static Reading withSize(byte[] octets, Reading reading) {
    if (octets.length <= MAX_SIZE) {
      return reading;
    }
    var problems = new ArrayList<>(reading.problems());
    problems.add(Problem.of(Problem.Kind.TOO_LARGE, new Place(1, 1), "", MAX_SIZE));
    return new Reading(reading.recognised(), reading.repairs(), problems);
  }
}
