package org.whence.gui.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whence.ip.Addresses;
import org.whence.mail.MailDate;

/// Puts hops into words. Times are in UTC with the offset that was written; one that is missing is
/// said, never assumed. A clock that runs behind is called that.
public final class HopWords {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private static final String PARTS = ", ";

  private final NodeWords words;

  /// @param words the words for values
  public HopWords(NodeWords words) {
    this.words = words;
  }

  /// Who handed the mail over: its address, or what it called itself.
  public String address(HopRow row) {
    return row.received().fromIp().map(Addresses::text).map(words.wording()::name).orElse("");
  }

  /// The names of the client: what it called itself and what the server looked up.
  public String client(HopRow row) {
    var helo = row.received().fromHelo().or(() -> row.received().fromName()).map(this::name);
    var rdns = row.received().fromRdns().map(this::name);
    if (helo.isPresent() && rdns.isPresent() && !helo.equals(rdns)) {
      return helo.get() + " (" + rdns.get() + ")";
    }
    return helo.or(() -> rdns).orElse("");
  }

  /// The server that wrote the field.
  public String server(HopRow row) {
    return row.received()
        .by()
        .or(() -> row.received().byIp().map(Addresses::text))
        .map(this::name)
        .orElse("");
  }

  /// How it was carried: the protocol, and the TLS below it: `ESMTPS, TLSv1.3`.
  public String carried(HopRow row) {
    var with = row.received().with().map(words.wording()::running);
    var tls =
        switch (row.notes().protection()) {
          case TLS, WEAK ->
              row.received()
                  .tlsVersion()
                  .map(words.wording()::running)
                  .or(() -> Optional.of("TLS"));
          case CLEAR -> Optional.of(text("hops.clear"));
          case WITHIN -> Optional.of(text("hops.within"));
          case UNTOLD -> Optional.<String>empty();
        };
    return Stream.of(with, tls).flatMap(Optional::stream).collect(Collectors.joining(", "));
  }

  /// What was noticed about it beside its neighbours, a line each.
  public String noticed(HopRow row) {
    return row.notes().findings().stream()
        .map(words.wording()::finding)
        .collect(Collectors.joining("\n"));
  }

  /// Where the time lies that all hops share: `54 s: 07:11:34 to 07:12:28 UTC`, with the days where
  /// they are several.
  public String axis(WayAxis axis) {
    if (axis.equals(WayAxis.NONE)) {
      return text("hops.way");
    }
    var begin = axis.origin().atOffset(ZoneOffset.UTC);
    var end = axis.origin().plus(axis.length()).atOffset(ZoneOffset.UTC);
    var form = begin.toLocalDate().equals(end.toLocalDate()) ? CLOCK : STAMP;
    return words
        .texts()
        .text("hops.axis", form.format(begin), form.format(end), span(axis.length()));
  }

  /// As a screen reader reads the row: `hop 3 of 6, 198.51.100.7, …`, with all that others see of
  /// it in its bar, its colour and beside the mouse.
  ///
  /// @param of how many hops have a number
  /// @param more what is known of it elsewhere
  public String spoken(HopRow row, int of, List<String> more) {
    var texts = words.texts();
    var which =
        row.number() == 0 ? text("hops.within") : texts.text("hops.spoken.hop", row.number(), of);
    var by = server(row);
    return Stream.concat(
            Stream.of(
                which,
                address(row),
                client(row),
                by.isEmpty() ? "" : texts.text("hops.spoken.by", by),
                carried(row),
                time(row),
                noticed(row).replace("\n", PARTS)),
            more.stream())
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(PARTS));
  }

  private String name(String name) {
    return words.wording().name(name);
  }

  /// When, in UTC, with the offset that was written: `2026-11-17 07:12:28 (-08:00)`.
  public String time(HopRow row) {
    return row.received().date().map(this::time).orElseGet(() -> text("hops.time.none"));
  }

  private String time(MailDate date) {
    return date.dateTime()
        .map(time ->
            STAMP.format(time.withOffsetSameInstant(ZoneOffset.UTC))
                + " ("
                + (time.getOffset().equals(ZoneOffset.UTC) ? "+00:00" : time.getOffset())
                + ")")
        .orElseGet(() -> STAMP.format(date.local()) + " " + text("hops.zone.none"));
  }

  /// How long ago that was.
  public String ago(HopRow row, Instant now) {
    return row.received()
        .date()
        .flatMap(MailDate::instant)
        .map(then -> {
          var age = Duration.between(then, now);
          return age.isNegative()
              ? words.texts().text("hops.ahead", span(age.negated()))
              : words.texts().text("hops.ago", span(age));
        })
        .orElse("");
  }

  /// The delay: `9 s`, `clock 47 s behind`.
  public String delay(HopRow row) {
    return row.delay().map(this::delay).orElse("");
  }

  private String delay(Duration delay) {
    return delay.isNegative()
        ? words.texts().text("hops.behind", span(delay.negated()))
        : span(delay);
  }

  /// A time span in its two largest units: `9 s`, `1 h 4 min`, `3 d`.
  static String span(Duration span) {
    var days = span.toDays();
    if (days > 0) {
      return join(days, "d", span.toHoursPart(), "h");
    }
    if (span.toHours() > 0) {
      return join(span.toHours(), "h", span.toMinutesPart(), "min");
    }
    if (span.toMinutes() > 0) {
      return join(span.toMinutes(), "min", span.toSecondsPart(), "s");
    }
    return span.toSeconds() + " s";
  }

  private static String join(long large, String unit, int small, String smallUnit) {
    return large + " " + unit + (small == 0 ? "" : " " + small + " " + smallUnit);
  }

  private String text(String key) {
    return words.texts().text(key);
  }
}
