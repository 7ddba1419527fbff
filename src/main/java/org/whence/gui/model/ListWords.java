package org.whence.gui.model;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import org.whence.investigation.Comparison;
import org.whence.ip.Addresses;
import org.whence.report.InputWording;

/// Puts the rows of a list into words. For any thread.
public final class ListWords {
  private final NodeWords words;

  /// @param words the words for values
  public ListWords(NodeWords words) {
    this.words = words;
  }

  /// The number of the line.
  public String line(ListRow row) {
    return Integer.toString(row.line());
  }

  /// How often the address stands in the list.
  public String count(ListRow row) {
    return row.count() == 0 ? "" : Integer.toString(row.count());
  }

  /// The address, or what stands in its place.
  public String address(ListRow row) {
    return row.entry()
        .map(entry -> Addresses.text(entry.literal().address()))
        .or(() -> row.problem().map(problem -> problem.text()))
        .map(words.wording()::running)
        .orElse("");
  }

  /// The verdict in a word.
  public String result(ListRow row) {
    return row.verdict()
        .map(verdict -> verdict.word())
        .orElseGet(() -> words.texts().text("list.bad"));
  }

  /// The reason, or what is wrong with the line.
  public String why(ListRow row) {
    return row.outcome()
        .map(outcome -> words.wording().reason(outcome.reason(), outcome.values()))
        .or(() -> row.problem().map(new InputWording(words.wording())::problem))
        .orElse("");
  }

  /// The names, parted by blanks.
  public String names(ListRow row) {
    return row.names().stream().map(words.wording()::name).collect(Collectors.joining(" "));
  }

  /// What asking again showed; empty where that was not asked for.
  public String again(ListRow row) {
    return row.again().map(found -> again(row, found)).orElse("");
  }

  private String again(ListRow row, AskedAgain found) {
    return switch (found) {
      case AskedAgain.New _ -> words.texts().text("list.again.new");
      case AskedAgain.Repeated(var reason) -> words.wording().reason(reason, List.of());
      case AskedAgain.Compared(var result, var before) -> {
        var then = before.map(outcome -> outcome.verdict().word()).orElse("");
        yield result == Comparison.Result.CHANGED && !then.equals(result(row))
            ? words.texts().text("list.again.verdict", then, result(row))
            : words.texts().text(key(result));
      }
    };
  }

  private static String key(Comparison.Result result) {
    return switch (result) {
      case SAME -> "list.again.same";
      case CHANGED -> "list.again.changed";
      case UNSURE -> "list.again.unsure";
    };
  }

  /// What addresses are sorted by: IPv4 before IPv6, each by its number.
  public Comparable<?> order(ListRow row) {
    return row.entry()
        .map(entry -> {
          var octets = entry.literal().address().getAddress();
          return new BigInteger(1, octets).add(BigInteger.ONE.shiftLeft(8 * octets.length));
        })
        .orElse(BigInteger.ZERO);
  }
}
