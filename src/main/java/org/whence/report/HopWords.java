package org.whence.report;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.whence.ip.Addresses;
import org.whence.mail.MailDate;
import org.whence.mail.Received;
import org.whence.report.Page.Hop;

/// Puts what a Received field says into words. A missing offset is told and never assumed; a
/// negative delay is a clock that is behind (the clocks of mail servers differ).
final class HopWords {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final Wording wording;

  HopWords(Wording wording) {
    this.wording = wording;
  }

  Hop hop(org.whence.mail.Hop hop) {
    var received = hop.received();
    return new Hop(
        received.fromIp().map(Addresses::text).map(wording::name).orElse(""),
        names(received),
        received.by().or(() -> received.byIp().map(Addresses::text)).map(wording::name).orElse(""),
        received.date().map(this::time).orElse(""),
        hop.delay().map(this::delay).orElse(""));
  }

  private List<String> names(Received received) {
    var names = new ArrayList<String>();
    received.fromHelo().ifPresent(helo -> names.add(wording.words("hop.helo", wording.name(helo))));
    received.fromRdns().ifPresent(name -> names.add(wording.words("hop.rdns", wording.name(name))));
    if (received.mayBeForged()) {
      names.add(wording.text("hop.unconfirmed"));
    }
    return names;
  }

  /// `2026-11-17 07:12:28Z (-08:00)`.
  private String time(MailDate date) {
    return date.dateTime()
        .map(time ->
            STAMP.format(time.withOffsetSameInstant(ZoneOffset.UTC))
                + "Z"
                + (time.getOffset().equals(ZoneOffset.UTC) ? "" : " (" + time.getOffset() + ")"))
        .orElseGet(() -> wording.words("hop.no-offset", STAMP.format(date.local())));
  }

  private String delay(Duration delay) {
    return delay.isNegative()
        ? wording.words("hop.behind", span(delay.negated()))
        : wording.words("hop.delay", span(delay));
  }

  /// The two largest units: `1 h 4 min`.
  static String span(Duration span) {
    if (span.toDays() > 0) {
      return span.toDays() + " d " + span.toHoursPart() + " h";
    }
    if (span.toHours() > 0) {
      return span.toHours() + " h " + span.toMinutesPart() + " min";
    }
    return span.toMinutes() > 0
        ? span.toMinutes() + " min " + span.toSecondsPart() + " s"
        : span.toSeconds() + " s";
  }
}
