package org.whence.dns;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// The Date of an answer over HTTP: what the server's clock said.
public final class HttpDate {
  private HttpDate() {}

  /// Reads the one form of RFC 9110, 5.6.7 that is written today.
  ///
  /// @return empty for anything else
  public static Optional<Instant> read(String text) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip(), Instant::from));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
