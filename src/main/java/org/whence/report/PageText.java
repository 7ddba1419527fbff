package org.whence.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whence.chain.Verdict;
import org.whence.report.Page.Badge;
import org.whence.report.Page.Fact;
import org.whence.report.Page.Node;
import org.whence.report.Page.Strip;
import org.whence.report.Page.Subject;

/// A page as lines of text: for terminals, tickets and reading aloud. All texts of a page are words
/// for people already, so no character of them can break a line or command a terminal.
final class PageText {
  private static final int LABEL = 16;

  private final TextStyle style;
  private final Writer out;

  PageText(TextStyle style, OutputStream out) {
    this.style = style;
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  void write(Page page) throws IOException {
    for (var fact : page.facts()) {
      fact(fact);
    }
    for (var strip : page.strips()) {
      strip(strip);
    }
    if (!page.subjects().isEmpty()) {
      line("");
      line(style.strong(page.titles().subjects()));
      for (var subject : page.subjects()) {
        line("  " + subject(subject));
      }
    }
    line("");
    line(row(page.tree()));
    below(page.tree(), "");
    out.flush();
  }

  private void fact(Fact fact) throws IOException {
    var label = fact.label();
    for (var value : fact.values()) {
      line(style.faint(label + " ".repeat(Math.max(1, LABEL - label.length()))) + style.fit(value));
      label = "";
    }
  }

  private void strip(Strip strip) throws IOException {
    line("");
    line(
        style.strong(strip.label())
            + "  "
            + strip.badges().stream().map(this::badge).collect(Collectors.joining("  ")));
  }

  private String subject(Subject subject) {
    return parts(
        subject.label(),
        subject.badge().stream().map(this::badge).collect(Collectors.joining(" ")),
        subject.reason());
  }

  private void below(Node node, String indent) throws IOException {
    for (var note : Stream.concat(node.why().stream(), notes(node)).toList()) {
      line(style.faint(indent + (node.nodes().isEmpty() ? "   " : style.trunk())) + note);
    }
    var last = node.nodes().size() - 1;
    for (var i = 0; i <= last; i++) {
      var child = node.nodes().get(i);
      line(style.faint(indent + (i == last ? style.lastTwig() : style.twig())) + row(child));
      below(child, indent + (i == last ? "   " : style.trunk()));
    }
  }

  private Stream<String> notes(Node node) {
    return node.notes().stream().map(note -> parts(note.text(), clause(note.clause())));
  }

  private String row(Node node) {
    return parts(
        node.label(),
        node.badge().stream().map(this::badge).collect(Collectors.joining(" ")),
        node.reason(),
        clause(node.clause()));
  }

  private String clause(String clause) {
    return clause.isEmpty() ? "" : style.faint("[" + clause + "]");
  }

  private String badge(Badge badge) {
    var text = badge.mark().isEmpty() ? badge.text() : badge.mark() + " " + badge.text();
    return Arrays.stream(Verdict.values())
        .filter(verdict -> verdict.word().equals(badge.kind()))
        .findFirst()
        .map(verdict -> style.coloured(verdict, text))
        .orElse(text);
  }

  private static String parts(String... parts) {
    return List.of(parts).stream()
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("  "));
  }

  private void line(String text) throws IOException {
    out.write(style.fit(text));
    out.write('\n');
  }
}
