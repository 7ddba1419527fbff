package org.whence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.Suites;
import org.whence.mail.MailDate.Oddity;

final class MailDateTest {

  @TestFactory
  Stream<DynamicTest> datesOfTheSuite() {
    return Suites.cases("header/date.json").stream()
        .filter(entry -> !entry.has("quirk"))
        .map(entry -> DynamicTest.dynamicTest(entry.id(), () -> isRead(entry)));
  }

  private static void isRead(Suites.Case entry) {
    var date = MailDate.parse(entry.text("header").orElseThrow());
    var expected = entry.in("expected");
    assertThat(date.flatMap(MailDate::instant).map(Instant::toString))
        .isEqualTo(expected.text("date"));
    assertThat(date.flatMap(MailDate::offset))
        .isEqualTo(expected.text("offset").map(ZoneOffset::of));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fri, 21 Nov 1997 09(comment):   55  :  06 -0600|1997-11-21T15:55:06Z",
        "Fri Feb 07 10:18:12 2003 -0800|2003-02-07T18:18:12Z",
        "Fri Sep 14 14:36:56 EDT 2018|2018-09-14T18:36:56Z",
        "Thu, 02 Apr 2020 07:53:55.516 +0000 (UTC)|2020-04-02T07:53:55Z",
        "17 Jan 2011 08:23:27 -0800 PST|2011-01-17T16:23:27Z",
        "1 Jul 2003 10:52:37 +02:00|2003-07-01T08:52:37Z",
        "1 Jul 2003 10:52:37 GMT+0200|2003-07-01T08:52:37Z",
        "1 Jul 2003 10:52:37 UTC+2|2003-07-01T08:52:37Z",
        "1 Jul 2003 10:52:37 +02|2003-07-01T08:52:37Z",
        "1 Jul 2003 10:52:37 -330|2003-07-01T14:22:37Z",
        "1 Jul 2003 10:52:37 CEST|2003-07-01T08:52:37Z",
        "1 Jul 2003 10:52:37 NZST|2003-06-30T22:52:37Z",
        "1 Jul 2003 10:52:37 \"GMT\"|2003-07-01T10:52:37Z",
        "1 Jul 2003 10.52.37 +0200|2003-07-01T08:52:37Z",
        "Tue Jul 1 10.52 CEST 2003|2003-07-01T08:52:00Z",
        "01-Jul-2003 10:52:37 Z|2003-07-01T10:52:37Z",
        "1 July 03 10:52 UT|2003-07-01T10:52:00Z",
        "1 Jul 103 10:52 UT|2003-07-01T10:52:00Z",
        "30 Jun 2012 23:59:60 +0000|2012-07-01T00:00:00Z",
        "2018-06-05 19:45:32.123456 +0000 UTC m=+1.5|2018-06-05T19:45:32Z",
        "2018-06-05T19:45:32+02:00|2018-06-05T17:45:32Z",
      })
  void formsOfTheWildAreRead(String text, Instant expected) {
    assertThat(MailDate.parse(text).flatMap(MailDate::instant)).contains(expected);
  }

  @Test
  void missingZoneIsSaidAndNotAssumed() {
    var date = MailDate.parse("Sun Nov 13 14:50:12 2005").orElseThrow();

    assertThat(date.local()).isEqualTo(LocalDateTime.of(2005, 11, 13, 14, 50, 12));
    assertThat(date.offset()).isEmpty();
    assertThat(date.instant()).isEmpty();
    assertThat(date.oddities()).containsExactly(Oddity.NO_ZONE, Oddity.OTHER_ORDER);
  }

  @Test
  void originalOffsetIsKept() {
    var date = MailDate.parse("Tue, 1 Jul 2003 10:52:37 -0330").orElseThrow();

    assertThat(date.dateTime().orElseThrow()).hasToString("2003-07-01T10:52:37-03:30");
    assertThat(date.oddities()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'1 Jul 2003 10:52:37 MEST', OTHER_ZONE",
    "'1 Jul 2003 10:52:37 +02', OTHER_ZONE",
    "'1 Jul 2003 10:52:37 IST', UNKNOWN_ZONE",
    "'1 Jul 2003 10:52:37 A', UNKNOWN_ZONE",
    "'Wed, 1 Jul 2003 10:52:37 +0000', WRONG_DAY_OF_WEEK",
    "'Di, 1 Jul 2003 10:52:37 +0000', OTHER_DAY_OF_WEEK",
    "'lun., 1 Jul 2003 10:52:37 +0000', OTHER_DAY_OF_WEEK",
    "'\u0432\u0442, 1 Jul 2003 10:52:37 +0000', OTHER_DAY_OF_WEEK",
    "'1 Jul 03 10:52:37 +0000', SHORT_YEAR",
    "'1 Jul 2003 10:52:37 +9999', NO_ZONE",
  })
  void oddityIsSaid(String text, Oddity oddity) {
    assertThat(MailDate.parse(text).orElseThrow().oddities()).containsExactly(oddity);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "14:47:44 +0000",
        "Di, 1 Juli2003 10:00 Z",
        "lun., 1 juil. 2003 10:00 Z",
        "mar., 1 Jul 2003 10:00 Z",
        "., 1 Jul 2003 10:00 Z",
        "Montag",
        "31 Feb 2003 10:52:37 +0000",
        "1 Jul 2003",
        "1 Jul 2003 25:00 Z",
        "1 Jul 12003 10:00 Z",
        "1 Jul 1 10:00 Z",
        "1 Jul 99999999999 10:00 Z",
        "(1 Jul 2003 10:00 Z",
        "1 Jul 2003 10 52 37 +0200"
      })
  void otherTextIsNoDate(String text) {
    assertThat(MailDate.parse(text)).isEmpty();
  }

  @Property
  void anyTextIsBorne(@ForAll("texts") String text) {
    assertThat(MailDate.parse(text)).isNotNull();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "1", "2003", "Jul", "Tue", ":", "10", " ", ",", "+", "-", "0200", "(", ")", "Z", "\\",
            ".", "T")
        .list()
        .ofMaxSize(20)
        .map(list -> String.join("", list));
  }

  @Property
  void formatAndParseAreInverse(
      @ForAll @IntRange(min = 0, max = Integer.MAX_VALUE) int seconds,
      @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int minutes) {
    var offset = ZoneOffset.ofTotalSeconds(60 * minutes);
    var date = Instant.ofEpochSecond(seconds).atOffset(offset);
    var text =
        DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.ENGLISH).format(date);

    assertThat(MailDate.parse(text).flatMap(MailDate::dateTime)).contains(date);
  }
}
