package org.whence.header;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.mail.HeaderField;
import org.whence.mail.Message;

/// A step for each field that a filter writes in codes, with those that are known put into words.
final class FilterSteps {
  /// How many fields of a name are told.
  private static final int MAX_FIELDS = 10;

  /// How many codes of a field are told.
  private static final int MAX_CODES = 50;

  /// How a field is written.
  private enum Form {
    /// `key:value;key:value`
    PAIRS,
    /// `word, key=value key=value`
    STATUS,
    /// `name: word [points / required]; …`
    RESULT,
    /// `word`
    WORD
  }

  /// By names in lower case.
  private static final Map<String, Form> FIELDS =
      Map.ofEntries(
          Map.entry("x-forefront-antispam-report", Form.PAIRS),
          Map.entry("x-forefront-antispam-report-untrusted", Form.PAIRS),
          Map.entry("x-microsoft-antispam", Form.PAIRS),
          Map.entry("x-ms-exchange-organization-scl", Form.WORD),
          Map.entry("x-ms-exchange-organization-authas", Form.WORD),
          Map.entry("x-spam-status", Form.STATUS),
          Map.entry("x-spam-flag", Form.WORD),
          Map.entry("x-spam-level", Form.WORD),
          Map.entry("x-spam-score", Form.WORD),
          Map.entry("x-spam", Form.WORD),
          Map.entry("x-spam-action", Form.WORD),
          Map.entry("x-spamd-result", Form.RESULT),
          Map.entry("x-spamd-bar", Form.WORD),
          Map.entry("x-rspamd-score", Form.WORD),
          Map.entry("x-rspamd-action", Form.WORD));

  /// A key with its value; the key is an empty text for a value that stands alone.
  private record Pair(String key, String value) {}

  private FilterSteps() {}

  static void tell(Message message, Branch parent) {
    var told = new HashMap<String, Integer>();
    for (var field : message.fields()) {
      var form = form(field);
      if (form.isPresent() && told.merge(field.name(), 1, Integer::sum) <= MAX_FIELDS) {
        tell(field, form.get(), parent);
      }
    }
  }

  private static Optional<Form> form(HeaderField field) {
    return Optional.ofNullable(FIELDS.get(field.name().toLowerCase(Locale.ROOT)));
  }

  private static void tell(HeaderField field, Form form, Branch parent) {
    var place = new Value.Place(field.line(), field.start(), field.end());
    var branch = parent.open(HeaderTopic.FILTER, Value.of(field.name()), place);
    pairs(field.shown(), form).stream()
        .filter(pair -> !pair.value().isEmpty())
        .flatMap(pair -> Codes.bundled().code(name(field), pair.key(), pair.value()).stream())
        .limit(MAX_CODES)
        .forEach(code -> branch.note(HeaderReason.CODE, code.values()));
    branch.close();
  }

  /// What a sender's own Microsoft servers wrote has the same codes.
  private static String name(HeaderField field) {
    return field.is("X-Forefront-Antispam-Report-Untrusted")
        ? "X-Forefront-Antispam-Report"
        : field.name();
  }

  private static List<Pair> pairs(String value, Form form) {
    return switch (form) {
      case WORD -> List.of(new Pair("", value));
      case PAIRS -> pairs(value, ";", ':');
      case RESULT -> result(value);
      case STATUS -> pairs(value, "[,;\\s]+", '=');
    };
  }

  /// rspamd: `default: False [4.20 / 15.00]; SYMBOL(1.00)[…]`
  private static List<Pair> result(String value) {
    var words = value.split(";", 2)[0].split("[\\s\\[\\]/]+", 6);
    return words.length < 4
        ? List.of()
        : List.of(
            new Pair("", words[1]), new Pair("score", words[2]), new Pair("required", words[3]));
  }

  private static List<Pair> pairs(String value, String between, char within) {
    var pairs = new ArrayList<Pair>();
    for (var part : value.split(between, -1)) {
      if (part.isBlank()) {
        continue;
      }
      var at = part.indexOf(within);
      pairs.add(
          at < 0
              ? new Pair("", part.strip())
              : new Pair(part.substring(0, at).strip(), part.substring(at + 1).strip()));
    }
    return pairs;
  }
}
