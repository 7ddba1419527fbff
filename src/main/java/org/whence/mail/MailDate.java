package org.whence.mail;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// A date and time of a header field (RFC 5322, 3.3 and 4.3).
///
/// @param local what the clock showed where it was written
/// @param offset how far that is from UTC: zero for `-0000`, and for the zones that RFC 5322, 4.3
///   counts as that (then with [Oddity#UNKNOWN_ZONE]); empty where none is given: it is not assumed
/// @param oddities what is not as RFC 5322, 3.3 has it, in the order of the enum
public record MailDate(LocalDateTime local, Optional<ZoneOffset> offset, List<Oddity> oddities) {

  /// What may be odd about a date that can be read.
  public enum Oddity {
    /// There is no zone: nobody knows when that was.
    NO_ZONE,
    /// The zone is a word that means nothing certain, counted as UTC (RFC 5322, 4.3).
    UNKNOWN_ZONE,
    /// The zone is told by a name that means one offset everywhere but is none of RFC 5322, 4.3,
    /// such as `CEST`, or has fewer than four digits.
    OTHER_ZONE,
    /// The year has two or three digits.
    SHORT_YEAR,
    /// The day of the week is not that of the date.
    WRONG_DAY_OF_WEEK,
    /// The day of the week is none in English, and is not looked at.
    OTHER_DAY_OF_WEEK,
    /// Not the order of RFC 5322, but that of `asctime` of C or of ISO 8601.
    OTHER_ORDER
  }

  public MailDate {
    oddities = List.copyOf(oddities);
  }

  /// Reads a date, with the obsolete forms of RFC 5322, 4.3 (zones by name, years of two digits,
  /// comments and blanks anywhere, no seconds), in the order of `asctime` and of ISO 8601 too. What
  /// follows the date is ignored, fractions of seconds are dropped.
  ///
  /// @return empty where there is no such date; never throws
  public static Optional<MailDate> parse(String text) {
    return new DateReader(text).read();
  }

  /// The moment with the offset that it was written with; empty where none was.
  public Optional<OffsetDateTime> dateTime() {
    return offset.isPresent() ? Optional.of(local.atOffset(offset.get())) : Optional.empty();
  }

  /// The moment; empty where no offset was written.
  public Optional<Instant> instant() {
    return offset.isPresent() ? Optional.of(local.toInstant(offset.get())) : Optional.empty();
  }
}
