package org.whence.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.whence.dns.Exchange;
import org.whence.dns.Presentation;
import org.whence.dns.Validation;

/// An exchange as the program `dig` prints it, which is what administrators read.
///
/// What was not received is not made up: an answer out of a file has no header of a message, and a
/// question that got no answer says why instead.
public final class Dig {
  private final Wording wording;

  public Dig(Wording wording) {
    this.wording = wording;
  }

  /// The exchange as lines: printable, defanged if the wording is, without line ends.
  public List<String> lines(Exchange exchange) {
    var lines = new ArrayList<String>();
    var presentation = exchange.presentation();
    lines.add("; <<>> " + exchange.question().nameText() + " " + exchange.question().typeName());
    head(exchange, presentation, lines);
    lines.add(";; QUESTION SECTION:");
    lines.add(
        ";" + dotted(exchange.question().nameText()) + " IN " + exchange.question().typeName());
    section("ANSWER", presentation.answer(), lines);
    section("AUTHORITY", presentation.authority(), lines);
    section("ADDITIONAL", presentation.additional(), lines);
    foot(exchange, presentation, lines);
    return lines.stream().map(wording::running).toList();
  }

  private static void head(Exchange exchange, Presentation presentation, List<String> lines) {
    lines.add(";; status: " + presentation.status());
    if (!exchange.flags().isEmpty()) {
      lines.add(
          ";; flags: %s; QUERY: 1, ANSWER: %d, AUTHORITY: %d, ADDITIONAL: %d"
              .formatted(
                  String.join(" ", exchange.flags()),
                  presentation.answer().size(),
                  presentation.authority().size(),
                  presentation.additional().size()));
    }
    if (!presentation.edns().isEmpty()) {
      lines.add("; EDNS: " + presentation.edns());
    }
  }

  private static void section(String name, List<Presentation.Row> rows, List<String> lines) {
    if (!rows.isEmpty()) {
      lines.add(";; " + name + " SECTION:");
      rows.forEach(row -> lines.add(Rdata.line(row)));
    }
  }

  private void foot(Exchange exchange, Presentation presentation, List<String> lines) {
    for (var attempt : exchange.attempts()) {
      lines.add(
          ";; tried: %s, %s, %d msec"
              .formatted(attempt.server(), wording.attempt(attempt), attempt.took().toMillis()));
    }
    exchange.validation().ifPresent(validation -> validated(validation, lines));
    lines.add(";; Query time: " + exchange.took().toMillis() + " msec");
    lines.add(";; SERVER: " + exchange.server());
    lines.add(";; WHEN: " + when(exchange.asked()));
    exchange
        .cacheAge()
        .ifPresent(age -> lines.add(";; from the cache, " + age.toSeconds() + " s old"));
    presentation.size().ifPresent(size -> lines.add(";; MSG SIZE  rcvd: " + size));
  }

  private void validated(Validation validation, List<String> lines) {
    lines.add(";; " + wording.dnssec(validation));
    for (var asked : validation.asked()) {
      lines.add(
          ";; "
              + wording.words(
                  "dnssec.asked",
                  "%s, %s, %s, %s"
                      .formatted(
                          asked.question(),
                          asked.answer().outcome(),
                          asked.server(),
                          wording.took(asked))));
    }
  }

  private static String when(Instant asked) {
    return asked.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static String dotted(String name) {
    return ".".equals(name) ? name : name + ".";
  }
}
