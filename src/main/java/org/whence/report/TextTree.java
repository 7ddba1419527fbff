package org.whence.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whence.chain.Emphasis;
import org.whence.chain.Finding;
import org.whence.chain.Outcome;
import org.whence.chain.Reason;
import org.whence.chain.Step;
import org.whence.chain.Verdict;
import org.whence.dns.Exchange;

/// The tree of evidence as lines of text: for terminals, tickets and reading aloud.
///
/// ```
/// ├─ hop 1 of 6  198.51.100.7
/// │  └─ IPREV 198.51.100.7  ✗ permerror  no PTR record  [RFC 8601, 2.7.3]
/// │     └─ PTR 7.100.51.198.in-addr.arpa  NXDOMAIN  12 ms  udp://192.0.2.53:53
/// ```
///
/// No character of the input can break a line or reach a terminal as an escape: all text comes
/// through [Wording].
public final class TextTree {
  private final Wording wording;
  private final TextStyle style;

  public TextTree(Wording wording, TextStyle style) {
    this.wording = wording;
    this.style = style;
  }

  /// Writes a step and all below it, each line ended by a line feed.
  public void write(Step root, Appendable out) throws IOException {
    write(root, wording.topic(root), out);
  }

  /// @param label what the root is called
  void write(Step root, String label, Appendable out) throws IOException {
    line("", row(label, root, Optional.empty()), out);
    new Walk(out).below(root, "", false);
  }

  /// The step and all below it as one text.
  public String text(Step root) {
    var out = new StringBuilder();
    try {
      write(root, out);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return out.toString();
  }

  /// One way through the tree. What helps against a failure is told once.
  private final class Walk {
    private final Appendable out;
    private final Set<String> told = new HashSet<>();

    Walk(Appendable out) {
      this.out = out;
    }

    /// @param explained whether it was told already why something is amiss, or counts for nothing
    void below(Step step, String indent, boolean explained) throws IOException {
      for (var note : notes(step, explained, told)) {
        line(indent + (step.steps().isEmpty() ? "   " : style.trunk()), note, out);
      }
      var last = step.steps().size() - 1;
      for (var i = 0; i <= last; i++) {
        var child = step.steps().get(i);
        line(
            indent + (i == last ? style.lastTwig() : style.twig()),
            row(label(child), child, step.outcome()),
            out);
        var isTold = explained || amiss(step) || child.emphasis() == Emphasis.IDLE;
        below(child, indent + (i == last ? "   " : style.trunk()), isTold);
      }
    }
  }

  private void line(String indent, String text, Appendable out) throws IOException {
    out.append(style.faint(style.fit(indent))).append(style.fit(text)).append('\n');
  }

  /// @param above how the step above was concluded: the same is not told twice
  private String row(String label, Step step, Optional<Outcome> above) {
    var parts = new ArrayList<String>();
    parts.add(label);
    step.outcome().ifPresent(outcome -> parts.add(verdict(outcome.verdict())));
    step.outcome()
        .filter(outcome -> !above.equals(Optional.of(outcome)))
        .ifPresent(outcome -> {
          parts.add(wording.reason(outcome.reason(), outcome.values()));
          parts.add(clause(outcome.reason()));
        });
    step.exchanges().stream().limit(1).forEach(exchange -> parts.addAll(asked(exchange)));
    if (step.stopped()) {
      parts.add(wording.text("tree.stopped"));
    }
    return String.join("  ", parts);
  }

  /// What decided stands out, what counted for nothing stands back. A note says either in words.
  private String label(Step step) {
    var label = wording.topic(step);
    return switch (step.emphasis()) {
      case DECISIVE -> style.strong(label);
      case IDLE -> style.faint(label);
      case PLAIN -> label;
    };
  }

  private String verdict(Verdict verdict) {
    return style.coloured(verdict, style.mark(verdict) + " " + verdict.word());
  }

  private List<String> asked(Exchange exchange) {
    var parts = new ArrayList<String>();
    parts.add(wording.answer(exchange));
    var ttl = wording.ttl(exchange);
    if (!ttl.isEmpty()) {
      parts.add(style.faint(ttl));
    }
    parts.add(style.faint(wording.took(exchange)));
    parts.add(style.faint(wording.running(exchange.server())));
    var dnssec = wording.dnssec(exchange);
    if (!dnssec.isEmpty()) {
      parts.add(style.faint(dnssec));
    }
    return parts;
  }

  /// What stands below a row: later answers, the way out of failures, findings, and the rule where
  /// something is amiss.
  private List<String> notes(Step step, boolean explained, Set<String> told) {
    var notes = new ArrayList<String>();
    var exchanges = step.exchanges();
    exchanges.stream().skip(1).forEach(exchange -> notes.add(again(exchange)));
    exchanges.stream()
        .flatMap(exchange -> wording.tried(exchange).stream())
        .forEach(tried -> notes.add(style.faint(tried)));
    exchanges.stream()
        .flatMap(exchange -> wording.help(exchange).stream())
        .filter(told::add)
        .forEach(help -> notes.add(style.faint(help)));
    exchanges.stream()
        .flatMap(exchange -> wording.open(exchange).stream())
        .filter(told::add)
        .forEach(open -> notes.add(style.faint(open)));
    step.findings().forEach(finding -> notes.add(noticed(finding)));
    if (amiss(step) && !explained) {
      step.outcome().ifPresent(outcome -> notes.addAll(why(outcome)));
    }
    return notes;
  }

  private String again(Exchange exchange) {
    return wording.text("tree.again") + " " + String.join("  ", asked(exchange));
  }

  private String noticed(Finding finding) {
    return style.note() + " " + wording.finding(finding) + "  " + clause(finding.reason());
  }

  private List<String> why(Outcome outcome) {
    var lines = new ArrayList<String>();
    lines.add(wording.text("tree.why") + " " + wording.why(outcome.reason(), outcome.values()));
    wording
        .need(outcome.reason(), outcome.values())
        .ifPresent(need -> lines.add(wording.text("tree.need") + " " + need));
    return lines;
  }

  private String clause(Reason reason) {
    return style.faint("[" + reason.clause() + "]");
  }

  private static boolean amiss(Step step) {
    return step.outcome()
        .map(Outcome::verdict)
        .filter(verdict -> verdict.failed() || verdict == Verdict.TEMPERROR)
        .isPresent();
  }
}
