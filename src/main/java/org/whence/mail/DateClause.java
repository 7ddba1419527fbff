package org.whence.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.whence.ip.Ascii;

/// The date of a Received value. RFC 5321, 4.4: it is what follows the last semicolon. Some write
/// more semicolons than that; some none, and then it begins behind the `id` clause, or with the day
/// of the week, or with the date as ISO 8601 has it.
///
/// @param date the date, where there is one
/// @param at how many tokens stand before it; all, where a semicolon parts it from the clauses
record DateClause(Optional<MailDate> date, int at) {
  private static final Set<String> DAYS =
      Set.of("mon", "tue", "wed", "thu", "fri", "sat", "sun", "on");

  /// How many words are tried where no semicolon stands before the date.
  private static final int MAX_TRIES = 4;

  static DateClause of(String value, List<Token> tokens) {
    var first = -1;
    var last = -1;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is(Token.Kind.SEMICOLON)) {
        first = first < 0 ? tokens.get(i).end() : first;
        last = tokens.get(i).end();
      }
    }
    if (first < 0) {
      return withoutSemicolon(value, tokens);
    }
    var date = MailDate.parse(value.substring(last));
    return new DateClause(
        date.isEmpty() && first < last ? MailDate.parse(value.substring(first)) : date,
        tokens.size());
  }

  private static DateClause withoutSemicolon(String value, List<Token> tokens) {
    var tries = 0;
    for (int i = 0; i + 1 < tokens.size() && tries < MAX_TRIES; i++) {
      var isBehindId = i > 1 && tokens.get(i - 2).isWord("id") && tokens.get(i).is(Token.Kind.WORD);
      if (isBehindId || isDay(tokens.get(i)) || isIsoDate(tokens.get(i))) {
        tries++;
        var date = MailDate.parse(value.substring(begin(tokens.get(i))));
        if (date.isPresent()) {
          return new DateClause(date, i);
        }
      }
    }
    return new DateClause(Optional.empty(), tokens.size());
  }

  /// Where a word begins; the word "on" belongs to no date.
  private static int begin(Token word) {
    return word.isWord("on") ? word.end() : word.end() - word.text().length();
  }

  /// `2026-11-24`
  private static boolean isIsoDate(Token token) {
    var text = token.text();
    return token.is(Token.Kind.WORD)
        && text.length() == 10
        && text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && Ascii.isDigits(text.substring(0, 4));
  }

  private static boolean isDay(Token token) {
    return token.is(Token.Kind.WORD) && DAYS.contains(token.value().toLowerCase(Locale.ROOT));
  }
}
