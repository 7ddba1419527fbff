package org.whence.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.whence.chain.Emphasis;
import org.whence.chain.Outcome;
import org.whence.investigation.Comparison;
import org.whence.investigation.Difference;
import org.whence.investigation.Difference.Kind;
import org.whence.investigation.Investigation;
import org.whence.report.Page.Badge;
import org.whence.report.Page.Fact;
import org.whence.report.Page.Node;
import org.whence.report.Page.Note;
import org.whence.report.Page.Strip;
import org.whence.report.Page.Subject;

/// A comparison as a page: what was compared, the verdicts that changed, and the tree of
/// differences. Steps that are as they were are counted, not listed.
final class ComparisonPage {
  private final Comparison comparison;
  private final Wording wording;
  private final ComparisonWording changes;
  private int nodes;

  ComparisonPage(Comparison comparison, Wording wording) {
    this.comparison = comparison;
    this.wording = wording;
    this.changes = new ComparisonWording(wording);
  }

  Page page() {
    var after = comparison.after();
    var title = new InputWording(wording).source(after.input().source());
    var head = new Head(after, wording);
    return new Page(
        new Page.Titles(
            title,
            wording.text("comparison.kind"),
            wording.text("comparison.verdicts"),
            wording.text("comparison.tree")),
        List.of(strip()),
        "",
        Remarks.NONE,
        List.of(),
        facts(head),
        comparison.verdicts().stream().map(this::subject).toList(),
        node(comparison.tree(), title),
        MimeWording.Mail.NONE,
        List.of(),
        head.footer());
  }

  private Strip strip() {
    var word = comparison.result().name().toLowerCase(Locale.ROOT);
    return new Strip(
        wording.text("strip.comparison"),
        List.of(new Badge(word, "", wording.text("comparison." + word))));
  }

  /// What was given, then both runs.
  private List<Fact> facts(Head head) {
    var facts = new ArrayList<>(head.input());
    facts.addAll(run("before", comparison.before()));
    facts.addAll(run("after", comparison.after()));
    return facts;
  }

  private List<Fact> run(String which, Investigation investigation) {
    return List.of(
        new Fact(
            wording.text("comparison." + which),
            new Head(investigation, wording)
                .run().stream().flatMap(fact -> fact.values().stream()).toList()));
  }

  private Subject subject(Difference difference) {
    return new Subject(
        id(difference),
        wording.topic(difference.step()),
        "",
        List.of(),
        difference.step().outcome().map(Outcome::verdict).map(PageTree::badge).stream().toList(),
        changes.result(difference));
  }

  private Node node(Difference difference, String label) {
    var same = difference.steps().stream().filter(below -> below.kind() == Kind.SAME).count();
    var below =
        Stream.concat(
                difference.steps().stream()
                    .filter(each -> each.kind() != Kind.SAME)
                    .map(each -> node(each, mark(each) + wording.topic(each.step()))),
                Optional.of(same).filter(count -> count > 0).map(this::same).stream())
            .toList();
    return new Node(
        id(difference),
        label,
        PageTree.emphasis(difference.step().emphasis()),
        difference.step().outcome().map(Outcome::verdict).map(PageTree::badge).stream().toList(),
        reason(difference),
        "",
        List.of(),
        changes.lines(difference).stream().map(line -> new Note(line, "")).toList(),
        List.of(),
        below,
        true);
  }

  private Node same(long count) {
    return new Node(
        "d-same-" + ++nodes,
        wording.words("comparison.same-steps", Long.toString(count)),
        PageTree.emphasis(Emphasis.IDLE),
        List.of(),
        "",
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        false);
  }

  private String reason(Difference difference) {
    if (difference.kind() == Kind.CHANGED) {
      return changes.result(difference);
    }
    var step = difference.step();
    return step.outcome()
        .map(outcome -> wording.reason(outcome.reason(), outcome.values()))
        .or(() -> step.exchanges().stream().findFirst().map(wording::answer))
        .orElse("");
  }

  private String mark(Difference difference) {
    return switch (difference.kind()) {
          case ADDED -> "+";
          case GONE -> "-";
          case CHANGED -> difference.unsure() ? "?" : "~";
          case SAME -> "=";
        }
        + " ";
  }

  private static String id(Difference difference) {
    var path = difference.step().path().replace('.', '-');
    return (difference.after().isEmpty() ? "g" : "d") + path;
  }
}
