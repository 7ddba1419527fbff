package org.whence.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.whence.report.Page.Asked;
import org.whence.report.Page.Badge;
import org.whence.report.Page.Claimed;
import org.whence.report.Page.Hop;
import org.whence.report.Page.Node;
import org.whence.report.Page.Subject;

/// A page as Markdown for tickets: CommonMark, with the tables that GitHub, GitLab and Jira's
/// importers know. Texts are escaped so that none becomes markup, a link or HTML ([Markdown]).
final class MarkdownReport {
  private final Writer out;

  MarkdownReport(OutputStream out) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  void write(Page page) throws IOException {
    lines("# " + text(page.titles().page()), "", "Whence " + text(page.titles().kind()));
    for (var strip : page.strips()) {
      lines("", "**" + text(strip.label()) + ":** " + badges(strip.badges()));
    }
    if (!page.summary().isEmpty()) {
      lines("", text(page.summary()));
    }
    remarks(page.remarks());
    lines("", "## Input and run", "");
    for (var fact : page.facts()) {
      var values = fact.values().stream().map(Markdown::text).collect(Collectors.joining("; "));
      lines("- **" + text(fact.label()) + ":** " + values);
    }
    subjects(page);
    lines("", "## " + text(page.titles().tree()), "");
    node(page.tree(), "");
    claims(page.claims());
    mail(page.mail());
    exchanges(page);
    lines("", "---", "", text(page.footer()));
    out.flush();
  }

  /// The analyst's words are quoted, line by line.
  private void remarks(Remarks remarks) throws IOException {
    if (remarks.all().isEmpty()) {
      return;
    }
    lines("", "## " + text(remarks.title()));
    for (var remark : remarks.all()) {
      lines("", "**" + text(remark.label()) + "**", "");
      lines(
          "> " + remark.lines().stream().map(Markdown::text).collect(Collectors.joining("\\\n> ")));
    }
  }

  private void subjects(Page page) throws IOException {
    if (page.subjects().isEmpty()) {
      return;
    }
    lines("", "## " + text(page.titles().subjects()), "");
    var hops = page.hops();
    row(
        hops
            ? List.of("Hop", "Client", "Server and time", "Result", "Why")
            : List.of("Client", "Result", "Why"));
    rule(hops ? 5 : 3);
    for (var subject : page.subjects()) {
      row(hops ? hopCells(subject) : cells(subject));
    }
  }

  private static List<String> cells(Subject subject) {
    return List.of(text(subject.label()), badges(subject.badge()), text(subject.reason()));
  }

  private static List<String> hopCells(Subject subject) {
    var hop =
        subject.hop().stream().findFirst().orElse(new Hop(subject.label(), List.of(), "", "", ""));
    return List.of(
        text(subject.number()),
        text(
            hop.client()
                + hop.names().stream().map(name -> " " + name).collect(Collectors.joining())),
        text(joined(hop.server(), hop.time(), hop.delay())),
        badges(subject.badge()),
        text(subject.reason()));
  }

  private void node(Node node, String indent) throws IOException {
    var reason = joined(node.reason(), node.clause().isEmpty() ? "" : "[" + node.clause() + "]");
    lines(
        indent
            + "- "
            + List.of(emphasised(node), badges(node.badge()), text(reason), asked(node.asked()))
                .stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" ")));
    var below = indent + "  ";
    for (var sentence : node.why()) {
      lines(below + "- *" + text(sentence) + "*");
    }
    for (var note : node.notes()) {
      lines(below + "- " + text(joined(note.text(), "[" + note.clause() + "]")));
    }
    for (var child : node.nodes()) {
      node(child, below);
    }
  }

  private static String emphasised(Node node) {
    var label = text(node.label());
    return "decisive".equals(node.emphasis()) ? "**" + label + "**" : label;
  }

  private static String asked(List<Asked> asked) {
    return asked.stream()
        .map(one ->
            text(joined(one.answer(), one.ttl(), one.took(), one.dnssec()))
                + (one.number() > 0 ? " (Q" + one.number() + ")" : ""))
        .collect(Collectors.joining("; asked again: "));
  }

  private void claims(List<Claimed> claims) throws IOException {
    if (claims.isEmpty()) {
      return;
    }
    lines("", "## What the message claims, and what is found", "");
    row(List.of("Field", "It claims", "Found", "Causes of the difference"));
    rule(4);
    for (var claim : claims) {
      row(
          List.of(
              text(joined(claim.field(), claim.believed())),
              text(claim.claimed()),
              text(claim.ours().isEmpty() ? "not found again" : claim.ours()),
              text(String.join("; ", claim.causes()))));
    }
  }

  private void mail(MimeWording.Mail mail) throws IOException {
    if (!mail.parts().isEmpty()) {
      lines("", "## Parts of the message", "");
      row(List.of("Part", "What it is", "Size", "SHA-256"));
      rule(4);
      for (var part : mail.parts()) {
        var what = joined(part.what(), String.join("; ", part.notes()));
        row(List.of(text(part.path()), text(what), text(part.size()), text(part.sha256())));
      }
      lines(mail.moreParts().map(more -> "\n" + text(more)).stream().toArray(String[]::new));
    }
    if (!mail.links().isEmpty()) {
      lines("", "## Links in the message", "");
      row(List.of("Part", "How", "Leads to", "Shown as"));
      rule(4);
      for (var link : mail.links()) {
        row(
            List.of(
                text(link.part()),
                text(link.kind()),
                text(link.target()),
                text(joined(link.shown(), link.note()))));
      }
      lines(mail.moreLinks().map(more -> "\n" + text(more)).stream().toArray(String[]::new));
    }
  }

  private void exchanges(Page page) throws IOException {
    if (page.exchanges().isEmpty()) {
      return;
    }
    lines("", "## Appendix: every exchange with DNS");
    for (var sheet : page.exchanges()) {
      lines("", "### Q" + sheet.number() + " " + text(joined(sheet.title(), sheet.answer())), "");
      var fence = Markdown.fence(sheet.text());
      lines(fence, sheet.text(), fence);
    }
  }

  private static String badges(List<Badge> badges) {
    return badges.stream()
        .map(badge -> text(joined(badge.mark(), badge.text())))
        .collect(Collectors.joining(" · "));
  }

  private static String joined(String... parts) {
    return List.of(parts).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
  }

  private static String text(String text) {
    return Markdown.text(text);
  }

  private void row(List<String> cells) throws IOException {
    lines("| " + String.join(" | ", cells) + " |");
  }

  private void rule(int columns) throws IOException {
    row(IntStream.range(0, columns).mapToObj(_ -> "---").toList());
  }

  private void lines(String... lines) throws IOException {
    for (var line : lines) {
      out.write(line);
      out.write('\n');
    }
  }
}
