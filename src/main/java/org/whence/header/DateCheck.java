package org.whence.header;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.whence.chain.Value;
import org.whence.mail.HeaderField;
import org.whence.mail.MailDate;

/// The date of a message, against the moment of its arrival and the clock.
final class DateCheck {
  /// Clocks differ so far without anybody noticing.
  private static final Duration TOLERANCE = Duration.ofMinutes(10);

  /// RFC 5321, 4.5.4.1: servers try for four or five days.
  private static final Duration LONG = Duration.ofDays(5);

  private DateCheck() {}

  static void check(HeaderRequest request, Notes notes) {
    request.message().first("Date").ifPresent(field -> check(request, field, notes));
  }

  private static void check(HeaderRequest request, HeaderField field, Notes notes) {
    var date = MailDate.parse(field.rawValue());
    if (date.isEmpty()) {
      notes.note(HeaderReason.DATE_UNREADABLE, field, Value.of(field.shown()));
      return;
    }
    for (var oddity : date.get().oddities()) {
      var word = oddity.name().toLowerCase(Locale.ROOT).replace('_', '-');
      notes.note(HeaderReason.DATE_ODD, field, Value.of(word));
    }
    date.get().instant().ifPresent(moment -> moment(request, field, moment, notes));
  }

  private static void moment(
      HeaderRequest request, HeaderField field, Instant moment, Notes notes) {
    var against = request.arrived().orElse(request.now());
    var ahead = Duration.between(against, moment);
    if (ahead.compareTo(TOLERANCE) > 0) {
      notes.note(HeaderReason.DATE_AHEAD, field, Value.of(ahead.toSeconds()));
    } else if (request.arrived().isPresent() && ahead.negated().compareTo(LONG) > 0) {
      notes.note(HeaderReason.DATE_LONG_AGO, field, Value.of(ahead.negated().toSeconds()));
    }
  }
}
