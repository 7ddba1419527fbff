package org.whence.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.whence.chain.Emphasis;
import org.whence.chain.Outcome;
import org.whence.chain.Step;
import org.whence.chain.Verdict;
import org.whence.dns.Exchange;
import org.whence.report.Page.Asked;
import org.whence.report.Page.Badge;
import org.whence.report.Page.Node;
import org.whence.report.Page.Note;
import org.whence.report.Page.Sheet;

/// Makes the nodes and the appendix of a page out of the tree; exchanges are numbered as they are
/// met.
final class PageTree {
  private final Wording wording;
  private final Dig dig;
  private final List<Sheet> sheets = new ArrayList<>();
  private final Set<String> helped = new HashSet<>();

  private final boolean appendix;

  PageTree(Wording wording) {
    this(wording, true);
  }

  /// @param appendix whether there is a sheet for every exchange
  PageTree(Wording wording, boolean appendix) {
    this.wording = wording;
    this.appendix = appendix;
    this.dig = new Dig(wording);
  }

  /// The exchanges of the nodes that were made so far.
  List<Sheet> sheets() {
    return List.copyOf(sheets);
  }

  /// @param label what the root is called
  Node root(Step step, String label) {
    return node(step, label, Optional.empty(), false);
  }

  /// @param above how the step above was concluded: the same is not told twice
  /// @param explained whether it was told already why something is amiss, or counts for nothing
  private Node node(Step step, String label, Optional<Outcome> above, boolean explained) {
    var amiss = amiss(step);
    var asked = step.exchanges().stream().map(exchange -> asked(step, exchange)).toList();
    var told = step.outcome().filter(outcome -> !above.equals(Optional.of(outcome)));
    return new Node(
        id(step),
        label,
        emphasis(step.emphasis()),
        step.outcome().map(outcome -> badge(outcome.verdict())).stream().toList(),
        told.map(this::reason).orElse(step.stopped() ? wording.text("tree.stopped") : ""),
        told.map(outcome -> outcome.reason().clause()).orElse(""),
        why(step, amiss && !explained),
        step.findings().stream()
            .map(finding -> new Note(wording.finding(finding), finding.reason().clause()))
            .toList(),
        asked,
        step.steps().stream()
            .map(below ->
                node(
                    below,
                    wording.topic(below),
                    step.outcome(),
                    explained || amiss || below.emphasis() == Emphasis.IDLE))
            .toList(),
        amiss || step.outcome().isEmpty());
  }

  /// The rule and what would have to be different, where it is told here, the servers that failed,
  /// and what helps against questions without an answer.
  private List<String> why(Step step, boolean here) {
    var sentences = new ArrayList<String>();
    if (here) {
      step.outcome().ifPresent(outcome -> sentences.addAll(why(outcome)));
    }
    step.exchanges().forEach(exchange -> sentences.addAll(wording.tried(exchange)));
    step.exchanges().stream()
        .flatMap(exchange -> wording.help(exchange).stream())
        .filter(helped::add)
        .forEach(sentences::add);
    return sentences;
  }

  static String id(Step step) {
    return id(step.path());
  }

  /// Where a step of a path stands.
  static String id(String path) {
    return "s" + path.replace('.', '-');
  }

  /// The class of the style sheet.
  static String emphasis(Emphasis emphasis) {
    return emphasis.name().toLowerCase(Locale.ROOT);
  }

  static Badge badge(Verdict verdict) {
    return new Badge(verdict.word(), TextStyle.UNICODE.mark(verdict), verdict.word());
  }

  private String reason(Outcome outcome) {
    return wording.reason(outcome.reason(), outcome.values());
  }

  private List<String> why(Outcome outcome) {
    var sentences = new ArrayList<String>();
    sentences.add(wording.why(outcome.reason(), outcome.values()));
    wording.need(outcome.reason(), outcome.values()).ifPresent(sentences::add);
    return sentences;
  }

  private static boolean amiss(Step step) {
    return step.outcome()
        .map(Outcome::verdict)
        .filter(verdict -> verdict.failed() || verdict == Verdict.TEMPERROR)
        .isPresent();
  }

  private Asked asked(Step step, Exchange exchange) {
    var number = add(step, wording.topic(step), exchange);
    exchange.askedForDnssec().forEach(asked -> add(step, asked.question().toString(), asked));
    return new Asked(
        number,
        wording.answer(exchange),
        wording.ttl(exchange),
        wording.took(exchange),
        wording.dnssec(exchange));
  }

  private int add(Step step, String title, Exchange exchange) {
    if (!appendix) {
      return 0;
    }
    var number = sheets.size() + 1;
    sheets.add(
        new Sheet(
            number,
            title,
            wording.answer(exchange),
            id(step),
            String.join("\n", dig.lines(exchange))));
    return number;
  }
}
