package org.whence.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.chain.Verdict;
import org.whence.dmarc.DmarcRequest;
import org.whence.dmarc.DmarcSpec;
import org.whence.dmarc.DmarcVerifier;
import org.whence.dmarc.SuffixLists;

/// Every profile in every situation. `taken` is mail that is taken; `5xx` and `4xx` are the replies
/// that the columns' heads stand for.
final class ReceiverTest {
  private static final String TABLE =
      """
      situation          | vsmtp | postfix | postfix-reverse | exim | exim-defer-ok | stalwart-relaxed | stalwart-strict | authentication-milter | rspamd
      CONFIRMED          | taken | taken   | taken           | taken | taken        | taken            | taken           | pass                  |
      MISSING            | 550   | 450     | 450             | 550  | 550           | taken            | 550             | fail                  | RDNS_NONE HFILTER_HOSTNAME_UNKNOWN
      REVERSE_FAILS      | 451   | 450     | 450             | 451  | taken         | taken            | 451             | fail                  | RDNS_DNSFAIL
      MISMATCH           | 550   | 450     | taken           | 550  | 550           | taken            | 550             | fail                  | RDNS_FCRDNS_FAIL HFILTER_HOSTNAME_UNKNOWN
      NO_FORWARD         | 550   | 450     | taken           | 550  | 550           | taken            | 550             | fail                  | RDNS_FCRDNS_FAIL HFILTER_HOSTNAME_UNKNOWN
      FORWARD_FAILS      | 451   | 450     | taken           | 451  | taken         | taken            | 451             | fail                  | RDNS_FCRDNS_DNSFAIL
      SECOND_CONFIRMED   | 550   | 450     | taken           | taken | taken        | taken            | taken           | pass                  | RDNS_FCRDNS_FAIL HFILTER_HOSTNAME_UNKNOWN
      THIRD_CONFIRMED    | 550   | 450     | taken           | taken | taken        | taken            | 550             | pass                  | RDNS_FCRDNS_FAIL HFILTER_HOSTNAME_UNKNOWN
      SECOND_FAILS       | taken | taken   | taken           | 451  | taken         | taken            | taken           | fail                  |
      OTHER_FAMILY_FAILS | 451   | 450     | taken           | 451  | taken         | taken            | 550             | fail                  | RDNS_FCRDNS_FAIL HFILTER_HOSTNAME_UNKNOWN
      OTHER_SENDER       | 550   | taken   | taken           | taken | taken        | taken            | taken           | pass                  | HFILTER_HELO_IP_A
      BELOW_SENDER       | 550   | taken   | taken           | taken | taken        | taken            | taken           | pass                  | HFILTER_HELO_IP_A
      IPV6               | taken | taken   | taken           | taken | taken        | taken            | taken           | pass                  |
      PRIVATE            | taken | taken   | taken           | taken | taken        | taken            | taken           |                       |
      """;

  @TestFactory
  Stream<DynamicTest> everyProfileInEverySituation() {
    var rows = TABLE.lines().map(line -> List.of(line.split("\\|", -1))).toList();
    var profiles = rows.getFirst().stream().map(String::strip).toList();
    return rows.stream()
        .skip(1)
        .flatMap(row ->
            Stream.iterate(1, i -> i < profiles.size(), i -> i + 1)
                .map(i -> {
                  var situation = Situation.valueOf(row.getFirst().strip());
                  return DynamicTest.dynamicTest(
                      situation + " at " + profiles.get(i),
                      () ->
                          assertThat(result(profiles.get(i), situation))
                              .isEqualTo(row.get(i).strip()));
                }));
  }

  private static String result(String profile, Situation situation) {
    var judged = judge(profile, situation.session());
    return switch (profile) {
      case "authentication-milter" -> notes(judged);
      case "rspamd" ->
          judged.symbols().stream().map(Action.Symbol::name).collect(Collectors.joining(" "));
      default -> judged.refusal().map(rule -> rule.said().substring(0, 3)).orElse("taken");
    };
  }

  private static String notes(Judgement judged) {
    return judged.rules().stream()
        .filter(rule -> rule.held() == RuleOutcome.Held.MATCHED)
        .map(rule -> rule.said().contains("iprev=pass") ? "pass" : "fail")
        .collect(Collectors.joining());
  }

  private static Judgement judge(String profile, Session session) {
    return Receiver.judge(Profiles.named(profile).orElseThrow(), session);
  }

  @Test
  void replyIsTheSoftwares() {
    assertThat(said("vsmtp", Situation.MISSING))
        .isEqualTo("550 5.7.25 Reverse DNS validation failed.");
    assertThat(said("vsmtp", Situation.REVERSE_FAILS))
        .isEqualTo("451 4.7.25 Reverse DNS validation failed.");
    assertThat(said("postfix", Situation.MISMATCH))
        .isEqualTo("450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.10]");
    assertThat(said("stalwart-strict", Situation.REVERSE_FAILS))
        .isEqualTo("451 4.7.25 Temporary error validating reverse DNS.");
  }

  private static String said(String profile, Situation situation) {
    return judge(profile, situation.session()).refusal().orElseThrow().said();
  }

  @Test
  void ruleRestsOnAStepOfTheTree() {
    var session = Situation.MISMATCH.session();
    var refusal = judge("vsmtp", session).refusal().orElseThrow();
    var step = session.iprev().orElseThrow().step().at(refusal.path().orElseThrow()).orElseThrow();
    assertThat(step.topic()).isEqualTo(org.whence.iprev.IprevTopic.NAME);
    var missing = judge("vsmtp", Situation.MISSING.session()).refusal().orElseThrow();
    assertThat(
            Situation.MISSING
                .session()
                .iprev()
                .orElseThrow()
                .step()
                .at(missing.path().orElseThrow())
                .orElseThrow()
                .topic())
        .isEqualTo(ChainTopic.QUESTION);
  }

  @Test
  void rulesBehindARefusalAreToldAsNotReached() {
    var judged = judge("vsmtp", Situation.MISSING.session());
    assertThat(judged.rules())
        .extracting(RuleOutcome::held)
        .containsExactly(
            RuleOutcome.Held.NOT_MATCHED,
            RuleOutcome.Held.MATCHED,
            RuleOutcome.Held.NOT_MATCHED,
            RuleOutcome.Held.NOT_REACHED,
            RuleOutcome.Held.NOT_MATCHED);
  }

  @Test
  void firstOfSeveralNamesIsAMatterOfChance() {
    var judged = judge("vsmtp", Situation.SECOND_CONFIRMED.session());
    assertThat(judged.refusal().orElseThrow().byChance()).isTrue();
    assertThat(judge("vsmtp", Situation.OTHER_SENDER.session()).refusal().orElseThrow().byChance())
        .isFalse();
  }

  @Test
  void whatWasNotCheckedLeavesTheDecisionOpen() {
    var judged = judge("dmarc-strict", Situation.CONFIRMED.session());
    assertThat(judged.refusal()).isEmpty();
    assertThat(judged.open()).isTrue();
    assertThat(judge("vsmtp", Situation.CONFIRMED.session()).open()).isFalse();
  }

  @Test
  void strictReceiverDoesWhatTheAuthorAsks() throws InterruptedException {
    assertThat(dmarc("v=DMARC1; p=reject").refusal().orElseThrow().said())
        .isEqualTo("550 5.7.1 Email rejected per DMARC policy for bank.example");
    assertThat(dmarc("v=DMARC1; p=reject; t=y").refusal()).isEmpty();
    assertThat(dmarc("v=DMARC1; p=none").open()).isFalse();
  }

  @Test
  void strictReceiverPutsIntoQuarantineAndWaitsWhereNothingCanBeTold() throws InterruptedException {
    var quarantine = dmarc("v=DMARC1; p=quarantine");
    assertThat(quarantine.refusal()).isEmpty();
    assertThat(quarantine.rules())
        .filteredOn(rule -> rule.held() == RuleOutcome.Held.MATCHED)
        .singleElement()
        .extracting(RuleOutcome::said)
        .isEqualTo("into quarantine per DMARC policy for bank.example");
    assertThat(dmarcOf("TXT SERVFAIL").refusal().orElseThrow().said())
        .startsWith("451 4.7.0 DMARC of bank.example cannot be evaluated now");
  }

  private static Judgement dmarc(String record) throws InterruptedException {
    return dmarcOf("TXT \"" + record + "\"");
  }

  private static Judgement dmarcOf(String answer) throws InterruptedException {
    var zone =
        TestZone.of(
            """
            _dmarc.bank.example %s
            _dmarc.example NXDOMAIN
            """
                .formatted(answer));
    var result =
        new DmarcVerifier(DmarcSpec.RFC9989, SuffixLists.bundled())
            .check(
                new DmarcRequest(List.of("bank.example"), Optional.empty(), List.of()),
                Branch.root(zone, ChainTopic.QUESTION));
    var plain = Situation.CONFIRMED.session();
    return judge(
        "dmarc-strict",
        new Session(
            plain.client(),
            plain.helo(),
            plain.mailFrom(),
            plain.iprev(),
            plain.heloStep(),
            Optional.empty(),
            Optional.of(new Session.Checked(Verdict.NONE, "0")),
            Optional.empty(),
            Optional.of(result)));
  }

  @Test
  void scoreIsTheSumOfTheSymbols() {
    assertThat(judge("rspamd", Situation.MISSING.session()).score()).isEqualByComparingTo("4.5");
  }

  @Test
  void everyBundledProfileHasItsSource() {
    assertThat(Profiles.bundled()).hasSize(10).allMatch(profile -> profile.source().length() > 20);
  }
}
