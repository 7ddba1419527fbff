package org.whence.report;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.whence.chain.Step;
import org.whence.dkim.DkimTopic;
import org.whence.dns.Answer;
import org.whence.dns.Exchange;
import org.whence.dns.Validation;
import org.whence.investigation.Input;
import org.whence.investigation.Investigation;
import org.whence.investigation.InvestigationTopic;
import org.whence.investigation.Recognised;
import org.whence.report.Page.Fact;
import org.whence.report.Page.Subject;

/// What stands at the head of a report: what was given and understood, and what the run rests on.
final class Head {
  /// How much of a field is told; a sender makes it as long as they like.
  private static final int MAX_FIELD = 500;

  private final Investigation investigation;
  private final Wording wording;
  private final InputWording inputs;

  Head(Investigation investigation, Wording wording) {
    this.investigation = investigation;
    this.wording = wording;
    this.inputs = new InputWording(wording);
  }

  /// The lines in their order; what there is nothing to say of is left out.
  List<Fact> facts() {
    var facts = new ArrayList<>(input());
    facts.addAll(run());
    return List.copyOf(facts);
  }

  /// How much was taken out, kind by kind.
  private List<String> redacted(Redaction redaction) {
    return Arrays.stream(Redaction.Kind.values())
        .map(kind ->
            wording.words(
                "redacted." + kind.word(),
                Long.toString(
                    redaction.replaced().stream().filter(one -> one.kind() == kind).count())))
        .toList();
  }

  /// The same, and that the exchanges were left out.
  List<Fact> withoutExchanges() {
    var facts = new ArrayList<>(facts());
    fact("left-out", wording.text("head.without-exchanges"), facts);
    return List.copyOf(facts);
  }

  /// What was given and understood.
  List<Fact> input() {
    var facts = new ArrayList<Fact>();
    var input = investigation.input();
    fact("input", inputs.given(input), facts);
    fact("sha256", input.sha256(), facts);
    facts("found-in", inputs.foundIn(input), facts);
    fact("recognised", inputs.recognised(input), facts);
    if (input.recognised() instanceof Recognised.Mail(var message, _)) {
      message.subject().ifPresent(text -> fact("subject", told(text), facts));
      message.from().ifPresent(text -> fact("from", told(text), facts));
    }
    facts("repaired", input.repairs().stream().map(inputs::repair).toList(), facts);
    facts("noted", inputs.notes(input), facts);
    facts("noted", parts(input), facts);
    facts("problems", input.problems().stream().map(inputs::problem).toList(), facts);
    wording.redaction().ifPresent(by -> facts("redacted", redacted(by), facts));
    return facts;
  }

  private String told(String field) {
    return Visible.cut(wording.running(field), MAX_FIELD);
  }

  private List<String> parts(Input input) {
    return input.recognised() instanceof Recognised.Mail(var message, _)
        ? new MimeWording(wording).noticed(input.mime().orElseThrow(), message.defects())
        : List.of();
  }

  /// What the run rests on.
  List<Fact> run() {
    var facts = new ArrayList<>(parameters());
    fact("queries", queries(), facts);
    fact(
        "run",
        wording.words(
            "head.took",
            investigation.started().truncatedTo(ChronoUnit.MILLIS).toString(),
            investigation.finished().truncatedTo(ChronoUnit.MILLIS).toString(),
            Long.toString(
                Duration.between(investigation.started(), investigation.finished()).toMillis())),
        facts);
    if (investigation.stopped()) {
      fact("noted", wording.text("head.stopped"), facts);
    }
    var version = investigation.parameters().version();
    fact("version", "Whence " + Visible.text(version), facts);
    return facts;
  }

  /// Whom to ask, and what the analyst asked for.
  List<Fact> parameters() {
    var facts = new ArrayList<Fact>();
    var parameters = investigation.parameters();
    fact("resolver", wording.running(parameters.resolver()), facts);
    fact(
        "options",
        String.join(", ", new OptionsWording(wording).words(parameters.options())),
        facts);
    return facts;
  }

  private String queries() {
    var exchanges = investigation.tree().allExchanges();
    if (exchanges.isEmpty()) {
      return wording.text("head.nothing-asked");
    }
    var asked =
        wording.words(
            "head.asked",
            Integer.toString(exchanges.size()),
            Long.toString(exchanges.stream().filter(Exchange::cached).count()),
            Long.toString(
                exchanges.stream().filter(each -> each.answer() instanceof Answer.Failed).count()));
    var status = Validation.weakest(exchanges);
    if (status.isEmpty()) {
      return asked;
    }
    var more = exchanges.stream().mapToLong(each -> each.askedForDnssec().size()).sum();
    return wording.words("head.asked-dnssec", asked, Long.toString(more), status.get().word());
  }

  /// What was judged, in the order of the tree: addresses or hops, then each check of the message,
  /// of DKIM each signature.
  List<Subject> subjects() {
    return investigation.tree().steps().stream()
        .flatMap(step ->
            step.steps().stream().anyMatch(below -> below.topic() == InvestigationTopic.CHECK)
                ? step.steps().stream()
                : Stream.of(step))
        .filter(step -> !Aside.stands(step.topic()))
        .flatMap(Head::signatures)
        .map(this::subject)
        .toList();
  }

  /// Signatures are judged one by one, and the best of them is the check's: where some are, they
  /// tell all that the check does.
  private static Stream<Step> signatures(Step check) {
    var signatures =
        check.steps().stream()
            .filter(step -> step.topic() == DkimTopic.CHECK)
            .flatMap(step -> step.steps().stream())
            .filter(step -> step.topic() == DkimTopic.SIGNATURE)
            .toList();
    return signatures.isEmpty() ? Stream.of(check) : signatures.stream();
  }

  private Subject subject(Step step) {
    return new Subject(
        PageTree.id(step),
        step.topic() == DkimTopic.SIGNATURE
            ? wording.words("head.signature", wording.topic(step))
            : wording.topic(step),
        step.values().isEmpty() ? "" : wording.value(step.values().getFirst()),
        investigation.hops().stream()
            .filter(result -> result.path().equals(step.path()))
            .map(result -> new HopWords(wording).hop(result.hop()))
            .toList(),
        step.outcome().map(outcome -> PageTree.badge(outcome.verdict())).stream().toList(),
        step.outcome()
            .map(outcome -> wording.reason(outcome.reason(), outcome.values()))
            .orElse(""));
  }

  String footer() {
    return wording.words(
        "report.footer",
        Visible.text(investigation.parameters().version()),
        investigation.finished().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  private void fact(String key, String value, List<Fact> facts) {
    facts(key, List.of(value), facts);
  }

  private void facts(String key, List<String> values, List<Fact> facts) {
    if (!values.isEmpty()) {
      facts.add(new Fact(wording.text("head." + key), values));
    }
  }
}
