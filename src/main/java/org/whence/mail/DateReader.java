package org.whence.mail;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whence.ip.Ascii;
import org.whence.mail.MailDate.Oddity;

/// Reads one date. Comments, blanks and commas go first, as they may stand between any two tokens
/// (RFC 5322, 4.3); the rest is a list of numbers, words and signs.
final class DateReader {
  /// How many tokens are looked at; a date has at most 15.
  private static final int MAX_TOKENS = 24;

  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private static final List<String> DAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  private final List<String> tokens;
  private final EnumSet<Oddity> oddities = EnumSet.noneOf(Oddity.class);
  private int at;
  private @Nullable ZoneOffset offset;

  DateReader(String text) {
    this.tokens = split(text);
  }

  private record Day(int year, int month, int day) {}

  Optional<MailDate> read() {
    var weekday = word(DAYS);
    if (weekday > 0) {
      at++;
    } else if (word(MONTHS) == 0) {
      skipDayOfWeek();
    }
    try {
      var local = word(MONTHS) > 0 ? asctime() : number(0) > 999 ? iso() : mail();
      if (weekday > 0 && local.getDayOfWeek() != DayOfWeek.of(weekday)) {
        oddities.add(Oddity.WRONG_DAY_OF_WEEK);
      }
      return Optional.of(
          new MailDate(local, Optional.ofNullable(offset), new ArrayList<>(oddities)));
    } catch (DateTimeException e) {
      // No such day or hour, or -1 where a number is missing.
      return Optional.empty();
    }
  }

  /// Words before the first number can be nothing but a day of the week that is not in English. The
  /// date says the same without it; a month in another language would be a guess.
  private void skipDayOfWeek() {
    while (at < tokens.size() && (isWord(token(0)) || (at > 0 && token(0).equals(".")))) {
      oddities.add(Oddity.OTHER_DAY_OF_WEEK);
      at++;
    }
  }

  private static boolean isWord(String token) {
    return Character.isLetter(token.charAt(0));
  }

  /// `1 Jul 2003 10:52:37 +0200`, also with dashes between day, month and year.
  private LocalDateTime mail() {
    var day = takeNumber();
    skip("-");
    var month = takeMonth();
    skip("-");
    var year = takeYear();
    var local = takeTime(new Day(year, month, day));
    takeZone();
    return local;
  }

  /// `Jul 1 10:52:37 2003`, the zone before or after the year.
  private LocalDateTime asctime() {
    oddities.add(Oddity.OTHER_ORDER);
    var month = takeMonth();
    var day = takeNumber();
    var timeAt = at;
    skipTime();
    if (number(0) < 0) {
      takeZone();
    }
    var year = takeYear();
    if (offset == null) {
      takeZone();
    }
    at = timeAt;
    return takeTime(new Day(year, month, day));
  }

  /// `2003-07-01T10:52:37+02:00`.
  private LocalDateTime iso() {
    oddities.add(Oddity.OTHER_ORDER);
    var year = takeYear();
    skip("-");
    var month = takeNumber();
    skip("-");
    var day = takeNumber();
    skip("t");
    var local = takeTime(new Day(year, month, day));
    takeZone();
    return local;
  }

  private int takeMonth() {
    var month = word(MONTHS);
    at++;
    return month;
  }

  /// RFC 5322, 4.3: two digits up to 49 are 20xx, all others and three digits are added to 1900.
  private int takeYear() {
    var digits = token(0).length();
    var year = takeNumber();
    if (digits > 3 || year < 0) {
      return year < 1900 || year > 9999 ? reject() : year;
    }
    oddities.add(Oddity.SHORT_YEAR);
    return digits < 2 ? reject() : year + (digits == 2 && year < 50 ? 2000 : 1900);
  }

  private LocalDateTime takeTime(Day day) {
    var hour = takeNumber();
    // Some write 10.52.37.
    var separator = token(0);
    if (!separator.equals(":") && !separator.equals(".")) {
      reject();
    }
    at++;
    var minute = takeNumber();
    var second = skip(separator) ? takeNumber() : 0;
    if (skip(".")) {
      takeNumber();
    }
    // RFC 5322, 3.3 has leap seconds, Java's clock has none.
    var leap = second == 60;
    return LocalDateTime.of(day.year(), day.month(), day.day(), hour, minute, leap ? 59 : second)
        .plusSeconds(leap ? 1 : 0);
  }

  private void skipTime() {
    while (number(0) >= 0 && (token(1).equals(":") || token(1).equals("."))) {
      at += 2;
    }
    at++;
  }

  private void takeZone() {
    oddities.remove(Oddity.NO_ZONE);
    var name = token(0);
    if (Character.isLetter(name.isEmpty() ? ' ' : name.charAt(0))) {
      at++;
      var zone = ZoneName.of(name);
      // "GMT+0200" is in use.
      if (zone.filter(ZoneName::isUtc).isEmpty() || !takeOffset()) {
        zone.ifPresentOrElse(
            found -> found.oddity().ifPresent(oddities::add),
            () -> oddities.add(Oddity.UNKNOWN_ZONE));
        offset = zone.map(ZoneName::offset).orElse(ZoneOffset.UTC);
      }
    } else if (!takeOffset()) {
      oddities.add(Oddity.NO_ZONE);
    }
  }

  /// `+0200`, `+02:00`; `+200`, `+02` and `+2` with an oddity.
  private boolean takeOffset() {
    var sign = token(0);
    var number = number(1);
    if ((!sign.equals("+") && !sign.equals("-")) || number < 0) {
      return false;
    }
    var colon = token(1).length() == 2 && token(2).equals(":") && token(3).length() == 2;
    var digits = token(1).length();
    var hhmm = colon ? 100 * number + number(3) : digits < 3 ? 100 * number : number;
    var minutes = hhmm / 100 * 60 + hhmm % 100;
    if (digits > 4 || hhmm % 100 > 59 || minutes > 18 * 60) {
      return false;
    }
    if (!colon && digits < 4) {
      oddities.add(Oddity.OTHER_ZONE);
    }
    offset = ZoneOffset.ofTotalSeconds((sign.equals("-") ? -60 : 60) * minutes);
    at += colon ? 4 : 2;
    return true;
  }

  private int takeNumber() {
    var number = number(0);
    at++;
    return number;
  }

  private boolean skip(String sign) {
    var found = token(0).equals(sign);
    if (found) {
      at++;
    }
    return found;
  }

  private String token(int ahead) {
    return at + ahead < tokens.size() ? tokens.get(at + ahead) : "";
  }

  /// The number there, or -1, which is no part of any date.
  private int number(int ahead) {
    var token = token(ahead);
    return token.isEmpty() || token.length() > 9 || !Ascii.isDigit(token.charAt(0))
        ? -1
        : Integer.parseInt(token);
  }

  /// Which of the words this is, from 1: three letters of it or more. 0 for none.
  private int word(List<String> words) {
    var token = token(0);
    for (int i = 0; i < words.size(); i++) {
      if (token.length() >= 3 && words.get(i).startsWith(token)) {
        return i + 1;
      }
    }
    return 0;
  }

  private static int reject() {
    throw new DateTimeException("no date");
  }

  private static List<String> split(String text) {
    var found = new ArrayList<String>();
    var depth = 0;
    var at = 0;
    while (at < text.length() && found.size() < MAX_TOKENS) {
      var c = text.charAt(at);
      var end = at + 1;
      if (c == '\\') {
        end++;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth = Math.max(0, depth - 1);
      } else if (depth == 0 && c > ' ' && c != ',' && c != '_' && c != '"') {
        while (end < text.length() && isSameKind(c, text.charAt(end))) {
          end++;
        }
        found.add(text.substring(at, end).toLowerCase(Locale.ROOT));
      }
      at = end;
    }
    return found;
  }

  private static boolean isSameKind(char one, char other) {
    return (Ascii.isDigit(one) && Ascii.isDigit(other))
        || (Ascii.isLetter(one) && Ascii.isLetter(other));
  }
}
