package org.whence.spf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whence.spf.SpfCheck.check;
import static org.whence.spf.SpfCheck.request;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.chain.Verdict;
import org.whence.dns.Failure;

final class SpfVerifierTest {

  private static void assertVerdict(SpfResult result, Verdict verdict, SpfReason reason) {
    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(result.reason()).isEqualTo(reason);
    assertThat(result.step().outcome().orElseThrow().verdict()).isEqualTo(verdict);
    assertThat(result.step().outcome().orElseThrow().reason()).isEqualTo(reason);
  }

  @Test
  void matchNamesItsMechanismAndTheStepsThatLedThere() throws InterruptedException {
    var result =
        check(
            """
            example.org TXT "v=spf1 ip4:198.51.100.1 include:a.example ~all"
            a.example TXT "v=spf1 +IP4:192.0.2.0/24 -all"
            """);

    assertVerdict(result, Verdict.PASS, SpfReason.MATCHED_INCLUDE);
    assertThat(result.mechanism()).contains("include:a.example");
    assertThat(result.path().stream().map(path -> result.step().at(path).orElseThrow().values()))
        .extracting(SpfCheck::text)
        .containsExactly("include:a.example|2|25", "+IP4:192.0.2.0/24|1|8");
    assertThat(result.lookups()).isEqualTo(1);
    assertThat(result.identity()).isEqualTo(SpfIdentity.MAIL_FROM);
    assertThat(result.domain()).isEqualTo("example.org");
  }

  @Test
  void redirectGivesTheMechanismOfTheOtherRecord() throws InterruptedException {
    var result =
        check(
            """
            example.org TXT "v=spf1 redirect=_spf.example.org"
            _spf.example.org TXT "v=spf1 ~all"
            """);

    assertVerdict(result, Verdict.SOFTFAIL, SpfReason.MATCHED_ALL);
    assertThat(result.mechanism()).contains("~all");
    assertThat(result.path()).hasSize(2);
  }

  @Test
  void nothingThatMatchesIsNeutral() throws InterruptedException {
    var result = check("example.org TXT \"v=spf1 ip4:198.51.100.1\"");

    assertVerdict(result, Verdict.NEUTRAL, SpfReason.NO_MATCH);
    assertThat(result.decision()).isInstanceOf(SpfDecision.NothingMatched.class);
  }

  @Test
  void temperrorCarriesTheFailure() throws InterruptedException {
    var result =
        check(
            """
            example.org TXT "v=spf1 include:a.example -all"
            a.example TXT SERVFAIL
            """);

    assertVerdict(result, Verdict.TEMPERROR, SpfReason.LOOKUP_FAILED);
    assertThat(result.decision())
        .isInstanceOfSatisfying(
            SpfDecision.Temporary.class,
            temporary -> assertThat(temporary.failure()).contains(Failure.SERVFAIL));
    assertThat(SpfCheck.text(result.values())).isEqualTo("a.example|TXT|servfail");
  }

  @Test
  void elevenTermsThatAskArePermerrorAndTheLedgerNamesTheEleventh() throws InterruptedException {
    var terms = IntStream.rangeClosed(1, 11).mapToObj(i -> "a:h" + i + ".example");
    var zone =
        "example.org TXT \"v=spf1 %s -all\"\n".formatted(terms.collect(Collectors.joining(" ")))
            + IntStream.rangeClosed(1, 10)
                .mapToObj(i -> "h" + i + ".example A 198.51.100.1\n")
                .collect(Collectors.joining());

    var result = check(zone);

    assertVerdict(result, Verdict.PERMERROR, SpfReason.LOOKUP_LIMIT);
    assertThat(SpfCheck.text(result.values())).isEqualTo("a:h11.example|example.org|11|10");
    assertThat(result.lookups()).isEqualTo(11);
    assertThat(result.ledger()).extracting(Counted::lookups).contains(1, 10, 11);
    assertThat(SpfCheck.findings(result, SpfReason.LOOKUP_COUNT)).contains("7|10", "11|10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NXDOMAIN", "TXT x"})
  void voidLookupLimitGivesPermerror(String nothing) throws InterruptedException {
    var result =
        check(
            """
            example.org TXT "v=spf1 a:v1.example mx:v2.example exists:v3.example -all"
            v1.example %s
            v2.example %s
            v3.example %s
            """
                .formatted(nothing, nothing, nothing));

    assertVerdict(result, Verdict.PERMERROR, SpfReason.VOID_LIMIT);
    assertThat(SpfCheck.text(result.values())).isEqualTo("exists:v3.example|example.org|3|2");
    assertThat(SpfCheck.findings(result, SpfReason.VOID_COUNT))
        .containsExactly("1|2", "2|2", "3|2");
    assertThat(result.voidLookups()).isEqualTo(3);
  }

  @Test
  void moreThanTenMailServersArePermerrorBeforeAnyIsLookedUp() throws InterruptedException {
    var zone =
        TestZone.of(
            "example.org TXT \"v=spf1 mx -all\"\n"
                + IntStream.rangeClosed(1, 11)
                    .mapToObj(i -> "example.org MX " + i + " m" + i + ".example.\n")
                    .collect(Collectors.joining()));

    var result =
        check(zone, request(SpfCheck.CLIENT, "h.example", "a@example.org"), SpfOptions.defaults());

    assertVerdict(result, Verdict.PERMERROR, SpfReason.MX_LIMIT);
    assertThat(zone.asked()).containsExactly("example.org TXT", "example.org MX");
  }

  @Test
  void nameOfTheClientBeyondTheTenthIsIgnored() throws InterruptedException {
    var names = new StringBuilder();
    for (var i = 1; i <= 11; i++) {
      names.append("10.2.0.192.in-addr.arpa PTR h%d.example.org.\n".formatted(i));
      names.append(i <= 10 ? "h%d.example.org A 198.51.100.1\n".formatted(i) : "");
    }

    var result = check("example.org TXT \"v=spf1 ptr -all\"\n" + names);

    assertVerdict(result, Verdict.FAIL, SpfReason.MATCHED_ALL);
    assertThat(
            result
                .step()
                .all()
                .flatMap(step -> step.outcome().stream())
                .filter(outcome -> outcome.reason() == SpfReason.NAME_IGNORED))
        .hasSize(1);
  }

  @Test
  void timeLimitGivesTemperror() throws InterruptedException {
    var times = new Instant[] {TestZone.NOW};
    InstantSource clock = () -> times[0] = times[0].plusSeconds(8);
    var zone =
        TestZone.of(
            """
            example.org TXT "v=spf1 a:a.example a:b.example a:c.example a:d.example -all"
            a.example A 198.51.100.1
            b.example A 198.51.100.1
            """);

    var result =
        new SpfVerifier(clock, SpfOptions.defaults())
            .check(
                request(SpfCheck.CLIENT, "h.example", "a@example.org"),
                Branch.root(zone, ChainTopic.QUESTION));

    assertVerdict(result, Verdict.TEMPERROR, SpfReason.TIME_LIMIT);
    assertThat(zone.asked()).containsExactly("example.org TXT", "a.example A");
    assertThat(((SpfDecision.Temporary) result.decision()).failure()).isEmpty();
  }

  @Test
  void nullSenderIsJudgedByHelo() throws InterruptedException {
    var zone =
        TestZone.of(
            "mta.example.net TXT \"v=spf1 exists:%{l}.%{o} -all\"\n"
                + "postmaster.mta.example.net A 127.0.0.2");

    var result =
        check(zone, request(SpfCheck.CLIENT, "mta.example.net", "<>"), SpfOptions.defaults());

    assertVerdict(result, Verdict.PASS, SpfReason.MATCHED_EXISTS);
    assertThat(result.identity()).isEqualTo(SpfIdentity.HELO);
    assertThat(result.domain()).isEqualTo("mta.example.net");
  }

  @Test
  void heloIsJudgedApartFromTheSender() throws InterruptedException {
    var zone = TestZone.of("mta.example.net TXT \"v=spf1 -all\"");
    var verifier = new SpfVerifier(InstantSource.fixed(TestZone.NOW), SpfOptions.defaults());

    var result =
        verifier.checkHelo(
            request(SpfCheck.CLIENT, "mta.example.net", "ann@example.org"),
            Branch.root(zone, ChainTopic.QUESTION));

    assertVerdict(result, Verdict.FAIL, SpfReason.MATCHED_ALL);
    assertThat(result.identity()).isEqualTo(SpfIdentity.HELO);
  }

  @ParameterizedTest
  @CsvSource({
    "ann@localhost, MALFORMED_DOMAIN",
    "ann@[192.0.2.10], MALFORMED_DOMAIN",
    "ann@a..example, MALFORMED_DOMAIN",
    "ann@exa mple.org, MALFORMED_DOMAIN",
    "ann@, NO_IDENTITY"
  })
  void domainThatCanHaveNoPolicyIsNoneAndNotAsked(String sender, SpfReason reason)
      throws InterruptedException {
    var zone = TestZone.of("");

    var result = check(zone, request(SpfCheck.CLIENT, "h.example", sender), SpfOptions.defaults());

    assertVerdict(result, Verdict.NONE, reason);
    assertThat(zone.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@B\u00FCcher.example",
        "<\"a@b\"@xn--bcher-kva.example.>",
        "@b\u00FCcher.example",
        "xn--bcher-kva.example"
      })
  void senderIsReadHoweverItIsWritten(String sender) throws InterruptedException {
    var zone = TestZone.of("xn--bcher-kva.example TXT \"v=spf1 -all\"");

    var result = check(zone, request(SpfCheck.CLIENT, "h.example", sender), SpfOptions.defaults());

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.domain().toLowerCase(Locale.ROOT)).isEqualTo("xn--bcher-kva.example");
  }

  @Test
  void missingDomainAndMissingRecordAreNone() throws InterruptedException {
    assertVerdict(check("example.org NXDOMAIN"), Verdict.NONE, SpfReason.NO_SUCH_DOMAIN);
    assertVerdict(check("example.org A 192.0.2.1"), Verdict.NONE, SpfReason.NO_RECORD);
    assertVerdict(check("example.org TXT \"x\""), Verdict.NONE, SpfReason.NO_RECORD);
  }

  @Test
  void explanationIsWhatTheDomainSaysOfAFail() throws InterruptedException {
    var result =
        check(
            """
            example.org TXT "v=spf1 exp=why.%{d} -all"
            why.example.org TXT "%{i} is not ours, says %{r}"
            """);

    assertThat(result.explanation()).contains("192.0.2.10 is not ours, says unknown");
    assertThat(SpfCheck.terms(result))
        .containsExactly("exp=why.%{d} none explained", "-all fail all");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "why.example.org NXDOMAIN; EXPLANATION_MISSING",
        "why.example.org TXT SERVFAIL; EXPLANATION_FAILED",
        "why.example.org TXT \"%{x}\"; EXPLANATION_SYNTAX",
        "why.example.org TXT \"a\\010b\"; EXPLANATION_SYNTAX"
      })
  void explanationThatCannotBeUsedIsNoneAndSaysWhy(String answer, SpfReason reason)
      throws InterruptedException {
    var result = check("example.org TXT \"v=spf1 exp=why.%{d} -all\"\n" + answer);

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.explanation()).isEmpty();
    assertThat(SpfCheck.terms(result).getFirst()).endsWith(reason.word());
  }

  @Test
  void receiverIsNamedInExplanationsWhereItIsKnown() throws InterruptedException {
    var zone =
        TestZone.of(
            "example.org TXT \"v=spf1 -all exp=e.example.org\"\n"
                + "e.example.org TXT \"%{R} says no\"");
    var request =
        new SpfRequest(
            request(SpfCheck.CLIENT, "", "").ip(),
            "h.example",
            "a@example.org",
            Optional.of("mx.receiver.example"));

    assertThat(check(zone, request, SpfOptions.defaults()).explanation())
        .contains("mx.receiver.example says no");
  }

  @Test
  void offlineCheckIsNoneAndAsksNothing() {
    var zone = TestZone.of("");
    var verifier = new SpfVerifier(InstantSource.fixed(TestZone.NOW), SpfOptions.defaults());

    var result =
        verifier.offline(
            request(SpfCheck.CLIENT, "h.example", "a@example.org"),
            Branch.root(zone, ChainTopic.QUESTION));

    assertVerdict(result, Verdict.NONE, SpfReason.OFFLINE);
    assertThat(zone.asked()).isEmpty();
  }

  @Test
  void interruptionEndsTheCheckAtOnce() {
    var root =
        Branch.root(
            question -> {
              throw new InterruptedException();
            },
            ChainTopic.QUESTION);
    var verifier = new SpfVerifier(InstantSource.fixed(TestZone.NOW), SpfOptions.defaults());

    assertThatThrownBy(
            () -> verifier.check(request(SpfCheck.CLIENT, "h.example", "a@example.org"), root))
        .isInstanceOf(InterruptedException.class);
    assertThat(root.stop().all()).allMatch(step -> step.stopped());
  }
}
