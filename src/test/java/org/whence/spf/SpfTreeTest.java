package org.whence.spf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whence.spf.SpfCheck.beyond;
import static org.whence.spf.SpfCheck.check;
import static org.whence.spf.SpfCheck.findings;
import static org.whence.spf.SpfCheck.terms;
import static org.whence.spf.SpfCheck.termsWith;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.whence.chain.ChainTopic;
import org.whence.chain.Verdict;

/// What the branch of evidence looks like.
final class SpfTreeTest {
  private static final String INCLUDES =
      """
      example.org TXT "v=spf1 a:mail.example.org include:a.example include:b.example -all x=1"
      mail.example.org A 198.51.100.1
      a.example TXT "v=spf1 ip4:203.0.113.0/24 -all"
      b.example TXT "v=spf1 ip4:192.0.2.0/24 mx -all"
      b.example MX 10 m.b.example.
      m.b.example A 198.51.100.7
      """;

  @Test
  void treeReadsAsTheRecordDoes() throws InterruptedException {
    assertThat(terms(check(INCLUDES)))
        .containsExactly(
            "a:mail.example.org none no-address-matches",
            "include:a.example none include-not-pass",
            "  ip4:203.0.113.0/24 none not-in-network",
            "  -all fail all",
            "include:b.example pass include",
            "  ip4:192.0.2.0/24 pass network",
            "  mx none after-match",
            "  -all none after-match",
            "-all none after-match",
            "x=1 none unknown-modifier");
  }

  @Test
  void decidingTermsAreMarkedAtEveryLevel() throws InterruptedException {
    assertThat(termsWith(check(INCLUDES), SpfReason.DECIDES))
        .containsExactly("include:b.example", "ip4:192.0.2.0/24");
  }

  @Test
  void passInsideAnIncludeThatDoesNotPassOnDecidesNothing() throws InterruptedException {
    var result =
        check(
            """
            example.org TXT "v=spf1 include:a.example -all"
            a.example TXT "v=spf1 -include:b.example -all"
            b.example TXT "v=spf1 ip4:192.0.2.0/24 -all"
            """);

    assertThat(termsWith(result, SpfReason.DECIDES)).containsExactly("-all");
    assertThat(result.mechanism()).contains("-all");
    assertThat(result.path()).hasSize(1);
  }

  @Test
  void errorInsideAnIncludeIsMarkedOnItsWholeWay() throws InterruptedException {
    var result =
        check(
            """
            example.org TXT "v=spf1 include:a.example -all"
            a.example TXT "v=spf1 moo ip4:192.0.2.0/24"
            """);

    assertThat(result.reason()).isEqualTo(SpfReason.SYNTAX);
    assertThat(SpfCheck.text(result.values())).isEqualTo("a.example|8|moo");
    assertThat(termsWith(result, SpfReason.DECIDES)).containsExactly("include:a.example", "moo");
    assertThat(result.path()).hasSize(2);
    assertThat(terms(result))
        .containsExactly(
            "include:a.example permerror syntax",
            "  moo permerror unknown-mechanism",
            "  ip4:192.0.2.0/24 none not-evaluated",
            "-all none after-error");
  }

  @Test
  void termsBehindAllAndRedirectBesideItSaySo() throws InterruptedException {
    assertThat(terms(check("example.org TXT \"v=spf1 redirect=a.example ?all mx -all\"")))
        .containsExactly(
            "redirect=a.example none redirect-ignored",
            "?all neutral all",
            "mx none after-all",
            "-all none after-all");
  }

  @Test
  void whatWasAskedAndHeldStandsBelowItsTerm() throws InterruptedException {
    var result =
        check(
            """
            example.org TXT "v=spf1 mx/24 -all"
            example.org MX 20 b.example.
            example.org MX 10 a.example.
            a.example A 198.51.100.1
            b.example A 192.0.2.99
            """);

    var mx =
        result.step().all().filter(step -> step.topic() == SpfTopic.TERM).findFirst().orElseThrow();
    assertThat(mx.all().map(step -> step.topic().key() + " " + SpfCheck.text(step.values())))
        .containsExactly(
            "spf.term mx/24|1|8",
            "chain.question example.org|MX",
            "spf.name a.example",
            "chain.question a.example|A",
            "spf.address 198.51.100.1|24",
            "spf.name b.example",
            "chain.question b.example|A",
            "spf.address 192.0.2.99|24");
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void validatedNamesAreLookedUpOnceAndPointedToAfterwards() throws InterruptedException {
    var result =
        check(
            """
            example.org TXT "v=spf1 ptr:a.example exists:%{p}.example.com -all"
            10.2.0.192.in-addr.arpa PTR mta.example.net.
            mta.example.net A 192.0.2.10
            mta.example.net.example.com NXDOMAIN
            """);

    var validated = result.step().all().filter(step -> step.topic() == SpfTopic.VALIDATED).toList();
    assertThat(validated).hasSize(2);
    assertThat(SpfCheck.text(validated.getLast().outcome().orElseThrow().values()))
        .isEqualTo(validated.getFirst().path());
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void strictAndCommonCountAreToldWhereTheyDiffer() throws InterruptedException {
    var servers =
        IntStream.rangeClosed(1, 10)
            .mapToObj(
                i -> "example.org MX 1 m%d.example.\nm%d.example A 198.51.100.1\n".formatted(i, i))
            .collect(Collectors.joining());

    var result = check("example.org TXT \"v=spf1 mx -all\"\n" + servers);

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.lookups()).isEqualTo(1);
    assertThat(findings(result, SpfReason.STRICT_COUNT)).containsExactly("11|1|10");
    assertThat(findings(result, SpfReason.STRICT_LIMIT)).containsExactly("11|1|10");
  }

  @Test
  void evaluationBeyondTheDecisionTellsTheRestAndChangesNothing() throws InterruptedException {
    var plain = check(INCLUDES);
    var result = beyond(INCLUDES);

    assertThat(terms(result))
        .containsExactly(
            "a:mail.example.org none no-address-matches",
            "include:a.example none include-not-pass",
            "  ip4:203.0.113.0/24 none not-in-network",
            "  -all fail all",
            "include:b.example pass include",
            "  ip4:192.0.2.0/24 pass network",
            "  mx none no-server-matches",
            "  -all fail all",
            "-all fail all",
            "x=1 none unknown-modifier");
    assertThat(termsWith(result, SpfReason.BEYOND)).containsExactly("mx", "-all", "-all");
    assertThat(termsWith(result, SpfReason.DECIDES)).isEqualTo(termsWith(plain, SpfReason.DECIDES));
    assertThat(result.decision()).isEqualTo(plain.decision());
    assertThat(result.lookups()).isEqualTo(plain.lookups()).isEqualTo(3);
    assertThat(result.ledger().getLast().beyond()).isTrue();
    assertThat(result.step().all()).noneMatch(step -> step.stopped());
  }

  @Test
  void evaluationBeyondTheLimitTellsWhatTheWholeCosts() throws InterruptedException {
    var terms =
        IntStream.rangeClosed(1, 12)
            .mapToObj(i -> "a:h" + i + ".example")
            .collect(Collectors.joining(" "));
    var zone =
        "example.org TXT \"v=spf1 "
            + terms
            + " -all\"\n"
            + IntStream.rangeClosed(1, 12)
                .mapToObj(i -> "h" + i + ".example A 198.51.100." + i + "\n")
                .collect(Collectors.joining());

    var result = beyond(zone);

    assertThat(result.verdict()).isEqualTo(Verdict.PERMERROR);
    assertThat(result.lookups()).isEqualTo(11);
    assertThat(findings(result, SpfReason.WHOLE_COUNT)).containsExactly("12|10");
    assertThat(terms(result)).endsWith("a:h12.example none no-address-matches", "-all fail all");
  }

  @Test
  void includeLoopIsPermerrorAndBeyondItEndsWhereItWas() throws InterruptedException {
    var zone =
        """
        example.org TXT "v=spf1 include:a.example ip4:192.0.2.10 -all"
        a.example TXT "v=spf1 include:example.org a:gone.example -all"
        gone.example NXDOMAIN
        """;

    assertThat(check(zone).reason()).isEqualTo(SpfReason.LOOKUP_LIMIT);
    assertThat(check(zone).lookups()).isEqualTo(11);
    var result = beyond(zone);
    assertThat(result.reason()).isEqualTo(SpfReason.LOOKUP_LIMIT);
    assertThat(result.step().all()).noneMatch(step -> step.stopped());
    assertThat(terms(result)).contains("ip4:192.0.2.10 pass network");
  }

  @Test
  void brokenRecordIsEvaluatedBeyondItsErrors() throws InterruptedException {
    var result = beyond("example.org TXT \"v=spf1 moo ip4:192.0.2.0/24 -all\"");

    assertThat(result.verdict()).isEqualTo(Verdict.PERMERROR);
    assertThat(terms(result))
        .containsExactly(
            "moo permerror unknown-mechanism", "ip4:192.0.2.0/24 pass network", "-all fail all");
  }

  @Test
  void everyStepIsClosedAndEveryJudgingStepIsConcluded() throws InterruptedException {
    assertThat(check(INCLUDES).step().all())
        .allMatch(step -> !step.stopped())
        .filteredOn(step -> step.topic() != ChainTopic.QUESTION)
        .allMatch(step -> step.outcome().isPresent());
  }
}
