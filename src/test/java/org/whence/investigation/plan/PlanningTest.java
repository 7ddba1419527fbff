package org.whence.investigation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.whence.SuiteZone;
import org.whence.Suites;
import org.whence.TestZone;
import org.whence.chain.ChainListener;
import org.whence.chain.ChainTopic;
import org.whence.chain.Step;
import org.whence.dkim.DkimTopic;
import org.whence.dmarc.DmarcTopic;
import org.whence.dns.Exchange;
import org.whence.dns.Resolution;
import org.whence.dns.ResolutionOf;
import org.whence.dns.Resolver;
import org.whence.dns.ResolverSettings;
import org.whence.investigation.Check;
import org.whence.investigation.Input;
import org.whence.investigation.InputFile;
import org.whence.investigation.InputReader;
import org.whence.investigation.Investigator;
import org.whence.investigation.Options;
import org.whence.investigation.SampleCase;
import org.whence.investigation.Source;
import org.whence.iprev.IprevTopic;
import org.whence.spf.SpfTopic;

final class PlanningTest {
  private static final InstantSource NOW = InstantSource.fixed(TestZone.NOW);

  private static final String MAIL =
      """
      Received: from mail.shop.example ([192.0.2.10]) by mx.example.net with ESMTP id 1;
       Tue, 24 Nov 2026 08:00:00 +0000
      Return-Path: <bounce-42@shop.example>
      From: news@shop.example

      """;

  /// The DNS of a shop whose policy wants to know for whom it is asked.
  private static final String SHOP =
      """
      10.2.0.192.in-addr.arpa PTR host.isp.example.
      host.isp.example A 192.0.2.10
      mail.shop.example A 192.0.2.10
      mail.shop.example TXT "v=spf1 -all"
      shop.example TXT "v=spf1 include:_spf.isp.example exists:%{l}.%{ir}.%{h}.track.shop.example include:%{d2}.%{o}.d.example -all"
      _spf.isp.example TXT "v=spf1 ip4:198.51.100.0/24 -all"
      bounce-42.10.2.0.192.mail.shop.example.track.shop.example NXDOMAIN
      shop.example.shop.example.d.example NXDOMAIN
      _dmarc.shop.example TXT "v=DMARC1; p=none"
      _dmarc.example NXDOMAIN
      """;

  /// Nobody may be asked.
  private static final Resolver DEAF =
      question -> {
        throw new AssertionError("asked " + question);
      };

  private static Input mail() {
    return InputReader.read(Source.PASTED, MAIL.getBytes(StandardCharsets.US_ASCII));
  }

  private static Plan plan(Input input, Optional<Resolution> expected, Options options)
      throws IOException {
    try (var deaf = ResolutionOf.live(DEAF, NOW)) {
      return new Planning(deaf, expected, NOW, options).plan(input);
    }
  }

  private static Plan plan(Input input) throws IOException {
    return plan(input, Optional.empty(), Options.defaults());
  }

  private static Plan furtherPlan() throws IOException {
    var recording = ResolutionOf.resolver("recording", TestZone.of(SHOP));
    return plan(mail(), Optional.of(recording), Options.defaults());
  }

  private static List<String> questions(Plan plan) {
    return plan.questions().stream().map(each -> each.question().toString()).toList();
  }

  private static PlannedQuestion question(Plan plan, String text) {
    return plan.questions().stream()
        .filter(each -> each.question().toString().equals(text))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void questionsKnownInAdvanceAreListedOnceAndNothingIsSent() throws IOException {
    var plan = plan(mail());

    assertThat(questions(plan))
        .containsExactly(
            "10.2.0.192.in-addr.arpa PTR",
            "mail.shop.example A",
            "mail.shop.example AAAA",
            "mail.shop.example TXT",
            "shop.example TXT",
            "_dmarc.shop.example TXT");
    assertThat(plan.questions()).allMatch(each -> each.fate() == Fate.SENT);
    assertThat(question(plan, "10.2.0.192.in-addr.arpa PTR").paths()).hasSize(2);
  }

  @Test
  void whatFollowsIsToldByKind() throws IOException {
    var plan = plan(mail());

    assertThat(question(plan, "10.2.0.192.in-addr.arpa PTR").following()).contains(Following.NAMES);
    assertThat(question(plan, "shop.example TXT").following()).contains(Following.SPF_TERMS);
    assertThat(question(plan, "_dmarc.shop.example TXT").following())
        .contains(Following.POLICIES_ABOVE);
    assertThat(question(plan, "mail.shop.example A").following()).isEmpty();
  }

  @Test
  void senderSeesWhatTheMessageNames() throws IOException {
    var plan = plan(mail());

    assertThat(question(plan, "10.2.0.192.in-addr.arpa PTR").witness())
        .isEqualTo(Witness.ADDRESS_OWNER);
    assertThat(question(plan, "10.2.0.192.in-addr.arpa PTR").reveals())
        .containsExactly(Reveal.CLIENT);
    assertThat(question(plan, "_dmarc.shop.example TXT").witness()).isEqualTo(Witness.SENDER);
    assertThat(question(plan, "_dmarc.shop.example TXT").reveals()).isEmpty();
  }

  @Test
  void recordingLetsThePlanLookFurther() throws IOException {
    var plan = furtherPlan();

    assertThat(questions(plan))
        .contains(
            "host.isp.example A",
            "_spf.isp.example TXT",
            "bounce-42.10.2.0.192.mail.shop.example.track.shop.example A");
    assertThat(plan.questions()).allMatch(each -> each.fate() == Fate.EXPECTED);
    assertThat(question(plan, "host.isp.example A").witness()).isEqualTo(Witness.OTHER);
    assertThat(question(plan, "shop.example TXT").following()).isEmpty();
  }

  @Test
  void macrosRevealWhatTheyStandFor() throws IOException {
    var plan = furtherPlan();
    var tracked = question(plan, "bounce-42.10.2.0.192.mail.shop.example.track.shop.example A");

    assertThat(tracked.reveals())
        .containsExactlyInAnyOrder(Reveal.SENDER, Reveal.CLIENT, Reveal.HELO);
    assertThat(tracked.macros()).containsExactly("%{l}", "%{ir}", "%{h}");
    assertThat(tracked.witness()).isEqualTo(Witness.SENDER);
    assertThat(question(plan, "shop.example.shop.example.d.example TXT").reveals()).isEmpty();
    assertThat(question(plan, "_spf.isp.example TXT").reveals()).isEmpty();
  }

  @Test
  void whatTheCacheHoldsIsNotSent() throws IOException, InterruptedException {
    try (var live = ResolutionOf.live(TestZone.of(SHOP), NOW)) {
      new Investigator(live, NOW, Options.defaults()).investigate(mail(), ChainListener.NONE);

      var plan = new Planning(live, Optional.empty(), NOW, Options.defaults()).plan(mail());

      assertThat(question(plan, "shop.example TXT").fate()).isEqualTo(Fate.CACHED);
      assertThat(plan.questions()).noneMatch(each -> each.fate() == Fate.EXPECTED);
    }
  }

  @Test
  void filesAnswerWithoutAnybodySeeingIt() throws IOException {
    try (var sample = SampleCase.resolution(ResolverSettings.defaults())) {
      var plan =
          new Planning(sample, Optional.empty(), NOW, Options.defaults()).plan(SampleCase.input());

      assertThat(plan.servers()).isEmpty();
      assertThat(plan.questions()).isNotEmpty().allMatch(each -> each.fate() == Fate.LOCAL);
    }
  }

  @Test
  void branchesThatAreSwitchedOffAskNothing() throws IOException {
    var onlyDmarc = Options.defaults().withChecks(Set.of(Check.DMARC));
    var withoutHop = Options.defaults().withoutHops(Set.of(1)).withChecks(Set.of(Check.IPREV));

    assertThat(questions(plan(mail(), Optional.empty(), onlyDmarc)))
        .containsExactly("_dmarc.shop.example TXT");
    assertThat(
            plan(mail(), Optional.empty(), withoutHop).questions().stream()
                .flatMap(each -> each.paths().stream()))
        .isNotEmpty()
        .noneMatch(path -> path.startsWith("0.0."));
  }

  @Test
  void askingNothingAsksNobody() throws IOException {
    var off = Options.defaults().withAsking(false).withRepeat(2);
    try (var deaf = ResolutionOf.live(DEAF, NOW)) {
      for (var input : List.of(mail(), SampleCase.input(), InputReader.pasted("192.0.2.10"))) {
        var found = new Investigator(deaf, NOW, off).investigate(input, ChainListener.NONE);

        assertThat(found.tree().allExchanges()).isEmpty();
        assertThat(plan(input, Optional.empty(), off).questions()).isEmpty();
      }
    }
  }

  /// A plan that knows every answer is the run itself: the checks are the same.
  @Test
  void planOfTheSampleIsWhatItsRunAsks() throws IOException {
    try (var sample = SampleCase.resolution(ResolverSettings.defaults())) {
      holds(SampleCase.input(), sample);
    }
  }

  @TestFactory
  Stream<DynamicTest> planOfARealMailIsWhatItsRunAsks() {
    var all = Suites.read("mail/blaze.json");
    return Suites.cases("mail/blaze.json").stream()
        .map(each ->
            DynamicTest.dynamicTest(
                each.id(),
                () -> {
                  var zone = SuiteZone.of(all, each.text("zone").orElseThrow());
                  var mail = Suites.file("mail/" + each.text("file").orElseThrow());
                  holds(InputFile.read(mail), ResolutionOf.resolver("suite", zone));
                }));
  }

  private static void holds(Input input, Resolution answers) throws IOException {
    var plan = plan(input, Optional.of(answers), Options.defaults());
    var run =
        new Investigator(answers, NOW, Options.defaults()).investigate(input, ChainListener.NONE);

    assertThat(new TreeSet<>(questions(plan))).isEqualTo(asked(run.tree()));
    assertKnown(run.tree());
  }

  private static Set<String> asked(Step tree) {
    return tree.allExchanges().stream()
        .map(Exchange::question)
        .map(Object::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Whoever adds a step that asks has to say in [Following] what follows from the answer; nothing
  /// follows from what is listed here and not there.
  private static void assertKnown(Step tree) {
    var asking =
        tree.all()
            .filter(step ->
                step.steps().stream().anyMatch(below -> below.topic() == ChainTopic.QUESTION))
            .map(Step::topic)
            .collect(Collectors.toSet());
    assertThat(asking)
        .isSubsetOf(
            IprevTopic.CHECK,
            IprevTopic.NAME,
            IprevTopic.HELO,
            SpfTopic.HOST,
            SpfTopic.TERM,
            SpfTopic.NAME,
            SpfTopic.VALIDATED,
            DkimTopic.KEY,
            DmarcTopic.TARGET,
            DmarcTopic.EXISTENCE,
            ChainTopic.QUESTION);
  }
}
