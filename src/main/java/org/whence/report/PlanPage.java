package org.whence.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whence.chain.Step;
import org.whence.fetch.FetchTopic;
import org.whence.investigation.plan.Fate;
import org.whence.investigation.plan.Plan;
import org.whence.investigation.plan.PlannedFetch;
import org.whence.investigation.plan.PlannedQuestion;
import org.whence.investigation.plan.Witness;
import org.whence.report.Page.Badge;
import org.whence.report.Page.Fact;
import org.whence.report.Page.Node;
import org.whence.report.Page.Note;
import org.whence.report.Page.Strip;

/// A plan as a page: who will be asked, how much of it the sender sees, and the steps that lead to
/// questions. What a step asks a second time is named there and explained where it comes first.
final class PlanPage {
  private final Plan plan;
  private final Wording wording;
  private final Map<String, PlannedQuestion> byPath = new HashMap<>();
  private final Map<String, PlannedFetch> fetches = new HashMap<>();

  PlanPage(Plan plan, Wording wording) {
    this.plan = plan;
    this.wording = wording;
    plan.questions()
        .forEach(question -> question.paths().forEach(path -> byPath.put(path, question)));
    plan.fetches().forEach(fetch -> fetches.put(fetch.path(), fetch));
  }

  Page page() {
    var title = new InputWording(wording).source(plan.run().input().source());
    var head = new Head(plan.run(), wording);
    return new Page(
        new Page.Titles(
            title,
            wording.text("plan.kind"),
            wording.text("plan.subjects"),
            wording.text("plan.tree")),
        List.of(new Strip(wording.text("strip.plan"), badges())),
        "",
        Remarks.NONE,
        List.of(),
        facts(head),
        List.of(),
        node(plan.run().tree(), title),
        MimeWording.Mail.NONE,
        List.of(),
        head.footer());
  }

  private List<Badge> badges() {
    return Stream.of(
            counted("leave", plan.questions().stream().filter(q -> q.fate().leaves()).count()),
            counted("cached", count(Fate.CACHED)),
            counted("local", count(Fate.LOCAL)),
            counted("sender", seen(Witness.SENDER)),
            counted("owner", seen(Witness.ADDRESS_OWNER)),
            dnssec())
        .flatMap(List::stream)
        .toList();
  }

  private List<Badge> dnssec() {
    return plan.dnssec() ? List.of(new Badge("none", "", wording.text("plan.dnssec"))) : List.of();
  }

  private long count(Fate fate) {
    return plan.questions().stream().filter(question -> question.fate() == fate).count();
  }

  private long seen(Witness witness) {
    return plan.questions().stream()
        .filter(question -> question.fate().leaves() && question.witness() == witness)
        .count();
  }

  private List<Badge> counted(String key, long count) {
    if (count == 0 && !key.equals("leave")) {
      return List.of();
    }
    var number = wording.words("plan.count", Long.toString(count));
    return List.of(new Badge("none", "", wording.words("plan." + key, number)));
  }

  private List<Fact> facts(Head head) {
    var facts = new ArrayList<>(head.input());
    facts.add(new Fact(wording.text("plan.asked"), asked(plan, wording)));
    var fetched = plan.fetches().stream().filter(PlannedFetch::leaves).map(PlannedFetch::uri);
    var uris = fetched.map(wording::running).toList();
    if (!uris.isEmpty()) {
      facts.add(new Fact(wording.text("plan.fetched"), uris));
    }
    facts.addAll(head.parameters());
    return facts;
  }

  static List<String> asked(Plan plan, Wording wording) {
    if (plan.servers().isEmpty()) {
      var resolver = wording.running(plan.run().parameters().resolver());
      return List.of(wording.words("plan.nobody", resolver));
    }
    return plan.servers().stream()
        .map(server ->
            wording.words(
                Plan.isEncrypted(server) ? "plan.encrypted" : "plan.clear",
                wording.running(server)))
        .toList();
  }

  private Node node(Step step, String label) {
    return new Node(
        PageTree.id(step),
        label,
        PageTree.emphasis(step.emphasis()),
        List.of(),
        reason(step),
        "",
        List.of(),
        notes(step).map(note -> new Note(note, "")).toList(),
        List.of(),
        step.steps().stream()
            .filter(this::leadsToQuestions)
            .map(below -> node(below, wording.topic(below)))
            .toList(),
        true);
  }

  private boolean leadsToQuestions(Step step) {
    return step.all()
        .anyMatch(each -> byPath.containsKey(each.path()) || fetches.containsKey(each.path()));
  }

  /// What becomes of the step's question, where something else is to be said than that it is sent.
  private String reason(Step step) {
    if (step.topic() == FetchTopic.DOCUMENT) {
      return fetched(step);
    }
    var question = byPath.get(step.path());
    if (question == null || question.fate() == Fate.SENT) {
      return "";
    }
    var answer = step.exchanges().stream().map(wording::answer).findFirst().orElse("");
    return wording.words("plan.fate." + question.fate().word(), answer);
  }

  /// Who sees that a document is fetched, or why it will not be.
  private String fetched(Step step) {
    var fetch = fetches.get(step.path());
    return fetch != null && fetch.leaves()
        ? wording.words("plan.fetch", wording.name(fetch.host()))
        : step.outcome().map(end -> wording.reason(end.reason(), end.values())).orElse("");
  }

  private Stream<String> notes(Step step) {
    var question = byPath.get(step.path());
    if (question == null || !question.paths().getFirst().equals(step.path())) {
      return Stream.of();
    }
    return Stream.concat(seen(question).stream(), then(question).stream());
  }

  /// Who sees the question, and what they learn beside that somebody asks.
  private List<String> seen(PlannedQuestion question) {
    if (!question.fate().leaves()) {
      return List.of();
    }
    var witness = wording.text("plan.witness." + question.witness().word());
    if (question.reveals().isEmpty()) {
      return List.of(witness);
    }
    var carried =
        question.reveals().stream()
            .sorted()
            .map(reveal -> wording.text("plan.reveal." + reveal.word()))
            .collect(Collectors.joining(", "));
    var macros = question.macros().stream().map(wording::running).collect(Collectors.joining(" "));
    return List.of(wording.words("plan.seen", witness, carried, macros));
  }

  private List<String> then(PlannedQuestion question) {
    return question.following().stream()
        .map(following -> wording.text("plan.then." + following.word()))
        .toList();
  }
}
