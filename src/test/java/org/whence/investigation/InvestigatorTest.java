package org.whence.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.whence.TestZone;
import org.whence.chain.ChainListener;
import org.whence.chain.ChainTopic;
import org.whence.chain.Finding;
import org.whence.chain.Outcome;
import org.whence.chain.Step;
import org.whence.chain.Topic;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Resolution;
import org.whence.dns.ResolutionOf;
import org.whence.dns.ResolverSettings;
import org.whence.dns.Resolvers;
import org.whence.ip.AddressLiteral;
import org.whence.iprev.IprevReason;
import org.whence.iprev.IprevTopic;
import org.whence.spf.SpfIdentity;
import org.whence.spf.SpfOptions;
import org.whence.spf.Supposition;

final class InvestigatorTest {
  private static final String DNS =
      """
      {"name":"10.2.0.192.in-addr.arpa","type":"PTR","outcome":"answer","records":["10.2.0.192.in-addr.arpa. 60 IN PTR a.example."]}
      {"name":"a.example","type":"A","outcome":"answer","records":["a.example. 60 IN A 192.0.2.10"]}
      {"name":"a.example","type":"AAAA","outcome":"nodata"}
      {"name":"11.2.0.192.in-addr.arpa","type":"PTR","outcome":"nxdomain"}
      {"name":"1.0.0.10.in-addr.arpa","type":"PTR","outcome":"nxdomain"}
      """;

  private static final String MAIL =
      """
      Received: from a.example (a.example [192.0.2.10]) by mx.example; Mon, 23 Nov 2026 16:40:12 +0100
      Received: (qmail 7 invoked by uid 5); 23 Nov 2026 15:40:11 -0000
      Received: from pc (pc.lan [10.0.0.1]) by a.example; Mon, 23 Nov 2026 16:40:02 +0100
      Received: from localhost by pc; Mon, 23 Nov 2026 16:40:01 +0100
      From: a@a.example

      Hello
      """;

  private static Resolution replay() throws IOException {
    return Resolvers.replay(
        new ByteArrayInputStream(DNS.getBytes(StandardCharsets.UTF_8)),
        "test",
        ResolverSettings.defaults(),
        InstantSource.system());
  }

  private static Investigation investigate(String pasted, Options options) throws IOException {
    try (var resolution = replay()) {
      return new Investigator(resolution, InstantSource.system(), options)
          .investigate(InputReader.pasted(pasted), ChainListener.NONE);
    }
  }

  private static List<Step> steps(Investigation investigation, Topic topic) {
    return investigation.tree().all().filter(step -> topic.equals(step.topic())).toList();
  }

  @Test
  void everyAddressOfAListIsABranchInItsOrder() throws IOException {
    var found = investigate("192.0.2.11\n192.0.2.10\n", Options.defaults());

    assertThat(found.iprev())
        .extracting(result -> result.reason())
        .containsExactly(IprevReason.NO_PTR, IprevReason.CONFIRMED);
    assertThat(steps(found, InvestigationTopic.ADDRESS)).hasSize(2);
    assertThat(found.anyFailed()).isTrue();
    assertThat(found.anyUnsure()).isFalse();
  }

  @Test
  void hopsAreBranchesOldestFirstWithWhatTheirFieldsTell() throws IOException {
    var found = investigate(MAIL, Options.defaults());

    assertThat(steps(found, InvestigationTopic.HOP))
        .extracting(step -> step.values().getFirst())
        .containsExactly(Value.of(1), Value.of(2), Value.of(3));
    assertThat(steps(found, InvestigationTopic.LOCAL_STEP)).hasSize(1);
    assertThat(found.tree().steps().subList(0, 5))
        .filteredOn(step -> step.topic() != InvestigationTopic.TRUST_LINE)
        .extracting(step -> step.outcome().map(Outcome::reason).orElseThrow().word())
        .containsExactly("no-client-address", "not-applicable", "not-a-relay-step", "confirmed");
    assertThat(found.hops()).hasSize(4);
    assertThat(found.hops().getFirst().iprev()).isPresent();
    assertThat(found.hops().getFirst().path()).isEqualTo("0.4");
  }

  @Test
  void suppositionGrowsTheTreeAsARunThatWasToSupposeItDoes() throws Exception {
    var zone =
        TestZone.of("a.example TXT \"v=spf1 ip4:192.0.2.10 -all\"\nh.example TXT \"v=spf1 -all\"");
    var options =
        Options.defaults()
            .withChecks(EnumSet.of(Check.SPF))
            .withClient(
                AddressLiteral.find("192.0.2.10").map(AddressLiteral::address),
                Optional.of("h.example"),
                Optional.of("a@a.example"));
    var input = InputReader.pasted("From: a@a.example\nSubject: x\n\nx\n");
    var resolution = ResolutionOf.resolver("test", zone);
    var investigator = new Investigator(resolution, () -> TestZone.NOW, options);
    var found = investigator.investigate(input, ChainListener.NONE);

    var ofHelo =
        new Supposition(client("192.0.2.11").ip(), Optional.empty(), Optional.empty(), true);
    var grown = found;
    for (var what : List.of(client("192.0.2.11"), ofHelo)) {
      var mail = grown.mail().orElseThrow();
      var seen = (what.ofHelo() ? mail.spfHelo() : mail.spf()).orElseThrow();
      grown = grown.withSupposed(investigator.suppose(seen, what, grown.tree()));
    }

    var supposing =
        options.withSpf(
            SpfOptions.defaults().withSuppositions(List.of(client("192.0.2.11"), ofHelo)));
    var whole =
        new Investigator(resolution, () -> TestZone.NOW, supposing)
            .investigate(input, ChainListener.NONE);
    assertThat(grown.parameters().options()).isEqualTo(supposing);
    assertThat(lines(grown.tree())).isEqualTo(lines(whole.tree()));
    assertThat(grown.mail().orElseThrow().supposed())
        .extracting(supposed -> supposed.result().identity())
        .containsExactly(SpfIdentity.MAIL_FROM, SpfIdentity.HELO);
  }

  private static List<String> lines(Step tree) {
    return tree.all()
        .map(step -> step.path() + " " + step.topic().key() + " " + step.values())
        .toList();
  }

  private static Supposition client(String ip) {
    return new Supposition(
        AddressLiteral.find(ip).map(AddressLiteral::address), Optional.empty(), Optional.empty());
  }

  @Test
  void privateAddressOfAHopIsLabelledThoughTheRecordingHasIt() throws IOException {
    var found = investigate(MAIL, Options.defaults());

    assertThat(found.tree().allExchanges())
        .noneMatch(exchange -> exchange.question().nameText().startsWith("1.0.0.10"));
  }

  @Test
  void privateAddressOfAHopIsAskedWhereTheAnalystInsists() throws IOException {
    var found = investigate(MAIL, Options.defaults().withAsksSpecialUse(true));

    assertThat(found.tree().allExchanges())
        .anyMatch(exchange -> exchange.question().nameText().startsWith("1.0.0.10"));
  }

  @Test
  void privateAddressThatWasGivenIsAskedOfTheAnalystsOwnSource() throws IOException {
    var found = investigate("10.0.0.1", Options.defaults());

    assertThat(found.iprev().getFirst().reason()).isEqualTo(IprevReason.NO_PTR);
  }

  @Test
  void offlineAsksNothing() throws IOException {
    var found = investigate(MAIL, Options.defaults().withAsking(false));

    assertThat(found.tree().allExchanges()).isEmpty();
    assertThat(found.iprev()).allMatch(result -> result.verdict() == Verdict.NONE);
  }

  @Test
  void messageWithoutReceivedSaysSo() throws IOException {
    var found = investigate("From: a@example.org\nSubject: x\n\nHello\n", Options.defaults());

    assertThat(found.tree().findings())
        .extracting(Finding::reason)
        .containsExactly(InvestigationReason.NO_HOPS);
  }

  @Test
  void clientThatTheAnalystNamesIsCheckedWithItsHeloAndSender() throws IOException {
    var client = InputReader.pasted("192.0.2.10");
    var ip = ((Recognised.Addresses) client.recognised()).entries().getFirst().literal().address();

    var found =
        investigate(
            MAIL,
            Options.defaults()
                .withClient(Optional.of(ip), Optional.of("a.example"), Optional.of("x@a.example")));

    assertThat(steps(found, InvestigationTopic.CLIENT)).isEmpty();
    var named = steps(found, InvestigationTopic.CHECK).getFirst();
    assertThat(named.steps())
        .extracting(Step::topic)
        .containsExactly(IprevTopic.CHECK, IprevTopic.HELO, IprevTopic.MAIL_FROM);
  }

  @Test
  void stoppedRunKeepsWhatWasFoundAndTheInterrupt() throws IOException {
    try (var resolution = replay()) {
      Thread.currentThread().interrupt();

      var found =
          new Investigator(resolution, InstantSource.system(), Options.defaults())
              .investigate(InputReader.pasted(MAIL), ChainListener.NONE);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(found.stopped()).isTrue();
      assertThat(found.hops()).hasSize(4);
      assertThat(found.tree().all()).anyMatch(Step::stopped);
    }
  }

  @Test
  void questionIsAskedAgainBesideItsFirstAnswer() throws Exception {
    try (var resolution = replay()) {
      var investigator = new Investigator(resolution, InstantSource.system(), Options.defaults());
      var found = investigator.investigate(InputReader.pasted("192.0.2.10"), ChainListener.NONE);
      var question = steps(found, ChainTopic.QUESTION).getFirst();

      var again = investigator.askAgain(question);

      assertThat(again.question()).isEqualTo(question.exchanges().getFirst().question());
      var both = found.withTree(found.tree().withExchange(question.path(), again));
      assertThat(both.tree().at(question.path()).orElseThrow().exchanges()).hasSize(2);
    }
  }

  @Test
  void sampleCaseShowsEveryKindOfHop() throws IOException {
    try (var resolution = SampleCase.resolution(ResolverSettings.defaults())) {
      var found =
          new Investigator(resolution, InstantSource.system(), Options.defaults())
              .investigate(SampleCase.input(), ChainListener.NONE);

      assertThat(found.iprev())
          .extracting(result -> result.verdict())
          .containsExactly(
              Verdict.NONE,
              Verdict.FAIL,
              Verdict.PERMERROR,
              Verdict.PASS,
              Verdict.TEMPERROR,
              Verdict.PASS);
      assertThat(steps(found, ChainTopic.ALIAS)).hasSize(1);
      assertThat(found.tree().allExchanges())
          .noneMatch(exchange -> exchange.answer().outcome().equals("not-recorded"));
    }
  }
}
