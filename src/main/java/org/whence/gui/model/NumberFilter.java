package org.whence.gui.model;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/// Numbers as an analyst asks for them: `7`, `>1`, `>=2`, `<10`, `<=9`, `5-9`.
public final class NumberFilter {
  /// Nine digits fit into an int, whatever they are.
  private static final Pattern FORM =
      Pattern.compile("(?<sign>[<>]=?|=)?(?<number>\\d{1,9})|(?<from>\\d{1,9})-(?<to>\\d{1,9})");

  private NumberFilter() {}

  /// The numbers that a text means; blanks do not count.
  ///
  /// @return empty for what means none, such as half of a text that is being typed
  public static Optional<IntPredicate> of(String text) {
    var form = FORM.matcher(text.replace(" ", ""));
    if (!form.matches()) {
      return Optional.empty();
    }
    if (form.group("number") == null) {
      var from = Integer.parseInt(form.group("from"));
      var to = Integer.parseInt(form.group("to"));
      return Optional.of(number -> number >= from && number <= to);
    }
    var than = Integer.parseInt(form.group("number"));
    var sign = form.group("sign");
    return Optional.of(
        switch (sign == null ? "=" : sign) {
          case "<" -> number -> number < than;
          case "<=" -> number -> number <= than;
          case ">" -> number -> number > than;
          case ">=" -> number -> number >= than;
          default -> number -> number == than;
        });
  }
}
