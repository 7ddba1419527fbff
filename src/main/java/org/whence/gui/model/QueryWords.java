package org.whence.gui.model;

import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Collectors;
import org.whence.dns.Attempt;
import org.whence.dns.Exchange;

/// Puts what became of a question into words.
public final class QueryWords {
  private final NodeWords words;

  /// @param words the words for values
  public QueryWords(NodeWords words) {
    this.words = words;
  }

  /// The name, visible.
  public String name(QueryRow row) {
    return words.wording().name(row.name());
  }

  /// What came of it in a word: planned, asked, or the status of the answer.
  public String outcome(QueryRow row) {
    return row.exchange()
        .map(NodeWords::status)
        .orElseGet(() -> text("progress." + row.progress().name().toLowerCase(Locale.ROOT)));
  }

  /// What the answer holds.
  public String answer(QueryRow row) {
    return row.exchange().map(words::answer).orElse("");
  }

  /// Who answered, without how.
  public String server(QueryRow row) {
    return row.exchange().map(e -> words.wording().running(host(e.server()))).orElse("");
  }

  private static String host(String uri) {
    var host = uri.substring(uri.indexOf(':') + 1);
    return host.startsWith("//") ? host.substring(2) : host;
  }

  /// How the question was carried: `UDP`, `TLS`, or what it was answered out of.
  public String transport(QueryRow row) {
    return row.exchange().map(Exchange::transport).map(QueryWords::carrier).orElse("");
  }

  private static String carrier(String scheme) {
    return switch (scheme) {
      case "udp", "tcp", "tls", "https" -> scheme.toUpperCase(Locale.ROOT);
      default -> scheme;
    };
  }

  /// What DNSSEC says of the answer, in a word; empty where it was not asked.
  public String dnssec(QueryRow row) {
    return row.exchange()
        .flatMap(Exchange::validation)
        .map(validation -> validation.status().word())
        .orElse("");
  }

  /// Milliseconds; what came out of the cache took none.
  public String took(QueryRow row) {
    return row.exchange().map(e -> e.cached() ? "" : Long.toString(e.took().toMillis())).orElse("");
  }

  /// What is to be known of the way: the cache, tries that failed, asking by hand.
  public String way(QueryRow row) {
    var parts = new ArrayList<String>();
    if (row.again()) {
      parts.add(text("queries.way.again"));
    }
    row.exchange()
        .ifPresent(exchange -> {
          exchange
              .cacheAge()
              .ifPresent(age -> parts.add(text("queries.way.cached", age.toSeconds())));
          if (!exchange.attempts().isEmpty()) {
            parts.add(text("queries.way.tries", exchange.attempts().size() + 1));
          }
        });
    return String.join(", ", parts);
  }

  /// Every try that did not bring the answer, a line each; empty without one.
  public String tries(QueryRow row) {
    return row.exchange().stream()
        .flatMap(exchange -> exchange.attempts().stream())
        .map(this::attempt)
        .collect(Collectors.joining("\n"));
  }

  private String attempt(Attempt attempt) {
    return text(
        "queries.try",
        words.wording().running(attempt.server()),
        words.wording().attempt(attempt),
        attempt.took().toMillis());
  }

  /// A row as a screen reader reads its bar.
  public String spoken(QueryRow row) {
    return text("queries.bar.spoken", row.type(), name(row), outcome(row), took(row), way(row));
  }

  private String text(String key, Object... values) {
    return values.length == 0 ? words.texts().text(key) : words.texts().text(key, values);
  }
}
