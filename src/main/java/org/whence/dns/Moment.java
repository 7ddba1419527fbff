package org.whence.dns;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/// Moments as text (RFC 3339), which is half of what a formatter costs a long list.
final class Moment {
  private static final int NANOS_PER_MILLI = 1_000_000;
  private static final long DAY = Duration.ofDays(1).toSeconds();
  private static final int MINUTE = 60;

  /// The moments whose years have four digits.
  private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();

  private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  private Moment() {}

  /// The text that [Instant#toString] gives.
  static String text(Instant moment) {
    var second = moment.getEpochSecond();
    var nano = moment.getNano();
    if (nano % NANOS_PER_MILLI != 0 || second < FIRST || second > LAST) {
      return moment.toString();
    }
    var date = LocalDate.ofEpochDay(Math.floorDiv(second, DAY));
    var ofDay = (int) Math.floorMod(second, DAY);
    var text = "0000-00-00T00:00:00.000Z".getBytes(StandardCharsets.ISO_8859_1);
    put(text, 4, date.getYear());
    put(text, 7, date.getMonthValue());
    put(text, 10, date.getDayOfMonth());
    put(text, 13, ofDay / MINUTE / MINUTE);
    put(text, 16, ofDay / MINUTE % MINUTE);
    put(text, 19, ofDay % MINUTE);
    put(text, 23, nano / NANOS_PER_MILLI);
    if (nano == 0) {
      text[19] = 'Z';
    }
    return new String(text, 0, nano == 0 ? 20 : 24, StandardCharsets.ISO_8859_1);
  }

  /// Writes a number over the zeros that end before a place.
  private static void put(byte[] text, int end, int number) {
    for (int at = end - 1, left = number; left > 0; at--, left /= 10) {
      text[at] = (byte) ('0' + left % 10);
    }
  }
}
