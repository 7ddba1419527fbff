package org.whence.report;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whence.chain.Step;
import org.whence.chain.Verdict;
import org.whence.dkim.DkimResult;
import org.whence.dns.Answer;
import org.whence.dns.Exchange;
import org.whence.dns.Validation;
import org.whence.investigation.Check;
import org.whence.investigation.Investigation;
import org.whence.investigation.InvestigationTopic;
import org.whence.investigation.MailResult;
import org.whence.investigation.Options;
import org.whence.investigation.Recognised;
import org.whence.investigation.Trust;
import org.whence.ip.Addresses;
import org.whence.iprev.IprevResult;
import org.whence.mail.BorderRule;
import org.whence.report.Page.Badge;
import org.whence.report.Page.Fact;
import org.whence.report.Page.Strip;
import org.whence.report.Page.Subject;
import org.whence.spf.Supposition;

/// What stands at the head of a report: what was given and understood, and what the run rests on.
final class Head {
  private static final List<Verdict> GRAVER_FIRST =
      List.of(
          Verdict.FAIL,
          Verdict.PERMERROR,
          Verdict.SOFTFAIL,
          Verdict.POLICY,
          Verdict.TEMPERROR,
          Verdict.NEUTRAL,
          Verdict.PASS,
          Verdict.NONE);

  /// How many signatures have a badge of their own.
  private static final int MAX_SIGNATURES = 6;

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
    fact("input", inputs.source(input.source()) + ", " + inputs.octets(input.size()), facts);
    fact("sha256", input.sha256(), facts);
    facts("found-in", inputs.foundIn(input), facts);
    fact("recognised", inputs.recognised(input), facts);
    if (input.recognised() instanceof Recognised.Mail(var message, _)) {
      message.subject().ifPresent(text -> fact("subject", wording.running(text), facts));
      message.from().ifPresent(text -> fact("from", wording.running(text), facts));
    }
    facts("repaired", input.repairs().stream().map(inputs::repair).toList(), facts);
    facts("noted", inputs.notes(input), facts);
    facts("problems", input.problems().stream().map(inputs::problem).toList(), facts);
    wording.redaction().ifPresent(by -> facts("redacted", redacted(by), facts));
    return facts;
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
    fact("options", String.join(", ", options(parameters.options())), facts);
    return facts;
  }

  private List<String> options(Options options) {
    var parts = new ArrayList<String>();
    parts.add(wording.text(options.asking() ? "option.asking" : "option.offline"));
    if (options.asksSpecialUse()) {
      parts.add(wording.text("option.special-use"));
    }
    options
        .ip()
        .ifPresent(ip -> parts.add(wording.words("option.ip", wording.name(Addresses.text(ip)))));
    options
        .helo()
        .ifPresent(helo -> parts.add(wording.words("option.helo", wording.running(helo))));
    options
        .mailFrom()
        .ifPresent(from -> parts.add(wording.words("option.mail-from", wording.running(from))));
    if (options.checks().size() < Check.values().length) {
      parts.add(
          wording.words(
              "option.checks",
              Arrays.stream(Check.values())
                  .filter(options.checks()::contains)
                  .map(Check::name)
                  .collect(Collectors.joining(" "))));
    }
    parts.addAll(trust(options.trust()));
    if (options.spf().beyond()) {
      parts.add(wording.text("option.spf-rest"));
    }
    options.spf().suppositions().forEach(each -> parts.add(whatIf(each)));
    if (!options.withoutHops().isEmpty()) {
      parts.add(
          wording.words(
              "option.without-hops",
              options.withoutHops().stream()
                  .sorted()
                  .map(Object::toString)
                  .collect(Collectors.joining(", ")),
              Integer.toString(options.withoutHops().size())));
    }
    options
        .receivers()
        .forEach(profile ->
            parts.add(wording.words("option.receiver", wording.running(profile.name()))));
    options
        .postures()
        .forEach(domain -> parts.add(wording.words("option.posture", wording.name(domain))));
    options
        .enrichment()
        .origin()
        .ifPresent(
            from -> parts.add(wording.words("option.enrichment", wording.name(from.names()))));
    options
        .enrichment()
        .lists()
        .forEach(list -> parts.add(wording.words("option.enrichment", wording.name(list.zone()))));
    options
        .fetches()
        .forEach(uri -> parts.add(wording.words("option.fetch", wording.running(uri))));
    if (options.repeat() > 0) {
      parts.add(wording.words("option.repeat", Integer.toString(options.repeat())));
    }
    options.at().ifPresent(at -> parts.add(wording.words("option.at", at.toString())));
    return parts;
  }

  private String whatIf(Supposition supposed) {
    return wording.words(
        "option.what-if",
        supposed.ip().map(ip -> wording.name(Addresses.text(ip))).orElse(""),
        supposed.helo().map(wording::running).orElse(""),
        supposed.mailFrom().map(path -> path.isEmpty() ? "<>" : wording.running(path)).orElse(""));
  }

  private List<String> trust(Trust trust) {
    var parts = new ArrayList<String>();
    trust
        .servers()
        .entries()
        .forEach(entry -> parts.add(wording.words("option.trusted", wording.name(entry))));
    trust
        .authservIds()
        .forEach(id -> parts.add(wording.words("option.authserv-id", wording.running(id))));
    trust
        .sealers()
        .forEach(domain -> parts.add(wording.words("option.trusted-sealer", wording.name(domain))));
    if (!trust.border().equals(BorderRule.AUTOMATIC)) {
      parts.add(wording.words("option.border", trust.border().toString()));
    }
    return parts;
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

  /// What was judged, in the order of the tree: addresses or hops, then each check of the message.
  List<Subject> subjects() {
    return investigation.tree().steps().stream()
        .flatMap(step ->
            step.steps().stream().anyMatch(below -> below.topic() == InvestigationTopic.CHECK)
                ? step.steps().stream()
                : Stream.of(step))
        .filter(step -> !Aside.stands(step.topic()))
        .map(this::subject)
        .toList();
  }

  private Subject subject(Step step) {
    return new Subject(
        PageTree.id(step),
        wording.topic(step),
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

  /// What came of it all: how often each verdict of IPREV came, the graver ones first, and the
  /// verdict of each check of the message.
  List<Strip> strips() {
    var mail = investigation.mail();
    return Stream.of(
            new Strip(
                wording.text(isPolicy() ? "strip.policy" : "strip.message"),
                mail.map(this::verdicts).orElse(List.of())),
            new Strip(wording.text(mail.isPresent() ? "strip.hops" : "strip.addresses"), tallies()))
        .filter(strip -> !strip.badges().isEmpty())
        .toList();
  }

  private boolean isPolicy() {
    return investigation.input().recognised() instanceof Recognised.Domain;
  }

  private List<Badge> verdicts(MailResult mail) {
    return mail.verdicts().entrySet().stream()
        .flatMap(entry ->
            entry.getKey() == Check.DKIM
                ? signatures(mail, entry.getValue())
                : Stream.of(
                    badge(entry.getValue(), entry.getKey().name(), entry.getValue().word())))
        .toList();
  }

  /// One for each signature, with the domain that signed.
  private Stream<Badge> signatures(MailResult mail, Verdict best) {
    var all = mail.dkim().map(DkimResult::signatures).orElse(List.of());
    return all.isEmpty()
        ? Stream.of(badge(best, Check.DKIM.name(), best.word()))
        : all.stream()
            .limit(MAX_SIGNATURES)
            .map(each ->
                badge(
                    each.verdict(),
                    Check.DKIM.name()
                        + " "
                        + each.signature().domain().map(wording::name).orElse("#" + each.number()),
                    each.verdict().word()));
  }

  private List<Badge> tallies() {
    return GRAVER_FIRST.stream()
        .filter(verdict -> count(verdict) > 0)
        .map(verdict -> badge(verdict, verdict.word(), Long.toString(count(verdict))))
        .toList();
  }

  private Badge badge(Verdict verdict, String first, String second) {
    return new Badge(
        verdict.word(),
        TextStyle.UNICODE.mark(verdict),
        wording.words("report.tally", first, second));
  }

  private long count(Verdict verdict) {
    return investigation.iprev().stream().map(IprevResult::verdict).filter(verdict::equals).count();
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
