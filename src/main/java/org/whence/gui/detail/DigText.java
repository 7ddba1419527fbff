package org.whence.gui.detail;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.whence.dns.Exchange;
import org.whence.dns.Presentation.Row;
import org.whence.report.Wording;

/// An exchange as dig prints an answer, so that an analyst reads it without learning anything: the
/// header with its flags, the question, the sections with their TTLs, then who was asked, how, when,
/// and how long it took. What dig does not know is said in the same way: the tries before, and the
/// age of an answer out of the cache.
final class DigText {
  private static final int NAME_WIDTH = 32;

  private final Wording wording;
  private final StringBuilder out = new StringBuilder(512);

  private DigText(Wording wording) {
    this.wording = wording;
  }

  /// The exchange as text; lines ended by a line feed.
  static String of(Exchange exchange, Wording wording) {
    var text = new DigText(wording);
    text.all(exchange);
    return text.out.toString();
  }

  private void all(Exchange exchange) {
    var shown = exchange.presentation();
    line(";; ->>HEADER<<- opcode: QUERY, status: " + shown.status());
    line(
        ";; flags:"
            + (exchange.flags().isEmpty() ? "" : " " + String.join(" ", exchange.flags()))
            + "; QUERY: 1, ANSWER: "
            + shown.answer().size()
            + ", AUTHORITY: "
            + shown.authority().size()
            + ", ADDITIONAL: "
            + shown.additional().size());
    if (!shown.edns().isEmpty()) {
      section("OPT PSEUDOSECTION");
      line("; EDNS: " + shown.edns());
    }
    section("QUESTION SECTION");
    line(
        ";"
            + name(exchange.question().nameText())
            + " IN "
            + exchange.question().typeName());
    rows("ANSWER SECTION", shown.answer());
    rows("AUTHORITY SECTION", shown.authority());
    rows("ADDITIONAL SECTION", shown.additional());
    line("");
    footer(exchange);
    shown.size().ifPresent(size -> line(";; MSG SIZE  rcvd: " + size));
  }

  private void footer(Exchange exchange) {
    for (var attempt : exchange.attempts()) {
      line(
          ";; TRIED: "
              + wording.running(attempt.server())
              + ": "
              + wording.attempt(attempt)
              + " ("
              + attempt.took().toMillis()
              + " msec)");
    }
    wording.help(exchange).ifPresent(help -> line(";; NOTE: " + help));
    line(";; Query time: " + exchange.took().toMillis() + " msec");
    line(
        ";; SERVER: "
            + wording.running(exchange.server())
            + " ("
            + exchange.transport().toUpperCase(Locale.ROOT)
            + ")");
    line(";; WHEN: " + DateTimeFormatter.ISO_INSTANT.format(exchange.asked()));
    exchange
        .cacheAge()
        .ifPresent(age -> line(";; CACHE: this answer was " + age.toSeconds() + " s old"));
  }

  private void section(String title) {
    line("");
    line(";; " + title + ":");
  }

  private void rows(String title, List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    section(title);
    for (var row : rows) {
      var owner = name(row.name());
      line(
          owner
              + " ".repeat(Math.max(1, NAME_WIDTH - owner.length()))
              + row.ttl()
              + "\tIN\t"
              + row.type()
              + "\t"
              + wording.running(row.data()));
    }
  }

  private String name(String name) {
    return ".".equals(name) ? name : wording.name(name) + ".";
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
