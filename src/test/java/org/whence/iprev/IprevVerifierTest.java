package org.whence.iprev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.chain.ChainReason;
import org.whence.chain.ChainTopic;
import org.whence.chain.Finding;
import org.whence.chain.Outcome;
import org.whence.chain.Reason;
import org.whence.chain.Step;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.ip.AddressLiteral;

final class IprevVerifierTest {
  private static final String REVERSE = "10.2.0.192.in-addr.arpa";

  private static InetAddress address(String text) {
    return AddressLiteral.find(text).orElseThrow().address();
  }

  private static IprevResult check(String client, TestZone zone) throws InterruptedException {
    var root = Branch.root(zone, ChainTopic.QUESTION);
    return new IprevVerifier(false).check(address(client), root);
  }

  private static IprevResult check(String zone) throws InterruptedException {
    return check("192.0.2.10", TestZone.of(zone));
  }

  private static void assertVerdict(IprevResult result, Verdict verdict, IprevReason reason) {
    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(result.reason()).isEqualTo(reason);
    assertThat(result.step().outcome().map(Outcome::verdict)).contains(verdict);
    assertThat(result.step().outcome().<Reason>map(Outcome::reason)).contains(reason);
  }

  private static List<Reason> notes(IprevResult result) {
    return result.step().all().flatMap(s -> s.findings().stream()).map(Finding::reason).toList();
  }

  @Test
  void nameThatLeadsBackPasses() throws InterruptedException {
    var result =
        check(
            """
            10.2.0.192.in-addr.arpa PTR Mail.Example.ORG.
            mail.example.org A 192.0.2.10
            """);

    assertVerdict(result, Verdict.PASS, IprevReason.CONFIRMED);
    assertThat(result.confirmed()).containsExactly("Mail.Example.ORG");
  }

  @Test
  void bothAddressTypesAreAskedForEveryNameInOrder() throws InterruptedException {
    var zone =
        TestZone.of(
            """
            10.2.0.192.in-addr.arpa PTR a.example.
            10.2.0.192.in-addr.arpa PTR b.example.
            a.example A 192.0.2.10
            b.example A 192.0.2.11
            """);

    check("192.0.2.10", zone);

    assertThat(zone.asked())
        .containsExactly(
            REVERSE + " PTR", "a.example A", "a.example AAAA", "b.example A", "b.example AAAA");
  }

  @Test
  void version6ClientIsAskedByNibbles() throws InterruptedException {
    var zone =
        TestZone.of(
            """
            1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa PTR six.example.
            six.example AAAA 2001:db8::1
            """);

    assertVerdict(check("2001:db8::1", zone), Verdict.PASS, IprevReason.CONFIRMED);
  }

  @Test
  void mappedAddressIsJudgedAsVersion4() throws InterruptedException {
    var zone = TestZone.of("10.2.0.192.in-addr.arpa PTR a.example.\na.example A 192.0.2.10");

    assertVerdict(check("::ffff:192.0.2.10", zone), Verdict.PASS, IprevReason.CONFIRMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.2.0.192.in-addr.arpa NXDOMAIN", "10.2.0.192.in-addr.arpa TXT x"})
  void addressWithoutNameIsPermerror(String zone) throws InterruptedException {
    assertVerdict(check(zone), Verdict.PERMERROR, IprevReason.NO_PTR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SERVFAIL", "REFUSED", "TIMEOUT", "MALFORMED", "BOGUS", "NETWORK"})
  void failedReverseLookUpIsTemperror(String failure) throws InterruptedException {
    assertVerdict(
        check("10.2.0.192.in-addr.arpa PTR " + failure),
        Verdict.TEMPERROR,
        IprevReason.LOOKUP_FAILED);
  }

  @Test
  void oneNameThatLeadsBackIsEnoughThoughAnotherFails() throws InterruptedException {
    var result =
        check(
            """
            10.2.0.192.in-addr.arpa PTR broken.example.
            10.2.0.192.in-addr.arpa PTR gone.example.
            10.2.0.192.in-addr.arpa PTR good.example.
            broken.example A SERVFAIL
            gone.example NXDOMAIN
            good.example A 192.0.2.10
            """);

    assertVerdict(result, Verdict.PASS, IprevReason.CONFIRMED);
    assertThat(result.names())
        .extracting(PtrName::result)
        .containsExactly(Verdict.TEMPERROR, Verdict.FAIL, Verdict.PASS);
  }

  @ParameterizedTest
  @CsvSource({"A", "AAAA"})
  void unansweredForwardLookUpWithoutMatchIsTemperror(String type) throws InterruptedException {
    var result =
        check(
            """
            10.2.0.192.in-addr.arpa PTR a.example.
            10.2.0.192.in-addr.arpa PTR b.example.
            a.example A 192.0.2.99
            b.example %s TIMEOUT
            """
                .formatted(type));

    assertVerdict(result, Verdict.TEMPERROR, IprevReason.LOOKUP_FAILED);
    assertThat(result.step().outcome().orElseThrow().values())
        .containsExactly(Value.domain("b.example"), Value.of(type), Value.of("timeout"));
  }

  @Test
  void otherAddressesAreMismatch() throws InterruptedException {
    var result =
        check(
            """
            10.2.0.192.in-addr.arpa PTR a.example.
            a.example A 192.0.2.99
            """);

    assertVerdict(result, Verdict.FAIL, IprevReason.MISMATCH);
    assertThat(addresses(result)).containsExactly(Verdict.FAIL);
  }

  @Test
  void otherAddressesAreNeutralWhereOneMatches() throws InterruptedException {
    var result =
        check(
            """
            10.2.0.192.in-addr.arpa PTR a.example.
            a.example A 192.0.2.99
            a.example A 192.0.2.10
            """);

    assertThat(addresses(result)).containsExactly(Verdict.NEUTRAL, Verdict.PASS);
  }

  private static List<Verdict> addresses(IprevResult result) {
    return result
        .step()
        .all()
        .filter(step -> step.topic() == IprevTopic.ADDRESS)
        .map(step -> step.outcome().orElseThrow().verdict())
        .toList();
  }

  @Test
  void namesWithoutAddressesAreNoForward() throws InterruptedException {
    var result =
        check(
            """
            10.2.0.192.in-addr.arpa PTR a.example.
            10.2.0.192.in-addr.arpa PTR b.example.
            a.example NXDOMAIN
            b.example TXT nothing
            """);

    assertVerdict(result, Verdict.FAIL, IprevReason.NO_FORWARD);
  }

  @Test
  void namesBeyondTheTenthAreShownAsNotEvaluated() throws InterruptedException {
    var result = check(manyNames(11, "192.0.2.99"));

    assertVerdict(result, Verdict.FAIL, IprevReason.LIMIT);
    assertThat(result.names()).hasSize(11);
    assertThat(result.names().subList(0, 10)).allMatch(PtrName::evaluated);
    assertThat(result.names().getLast().reason()).isEqualTo(IprevReason.NOT_EVALUATED);
  }

  @Test
  void tenNamesAreAllEvaluated() throws InterruptedException {
    assertVerdict(check(manyNames(10, "192.0.2.99")), Verdict.FAIL, IprevReason.MISMATCH);
  }

  @Test
  void matchWithinTheLimitPassesThoughNamesAreLeft() throws InterruptedException {
    assertVerdict(check(manyNames(30, "192.0.2.10")), Verdict.PASS, IprevReason.CONFIRMED);
  }

  private static String manyNames(int count, String address) {
    return IntStream.range(0, count)
        .mapToObj(i -> "%s PTR n%d.example.\nn%d.example A %s\n".formatted(REVERSE, i, i, address))
        .collect(Collectors.joining());
  }

  @Test
  void sameNameInOtherSpellingIsAskedOnce() throws InterruptedException {
    var result =
        check(
            """
            10.2.0.192.in-addr.arpa PTR Mail.Example.
            10.2.0.192.in-addr.arpa PTR mail.example.
            mail.example A 192.0.2.10
            """);

    assertThat(result.names()).extracting(PtrName::name).containsExactly("Mail.Example");
  }

  @Test
  void reverseAliasIsFollowedAndShown() throws InterruptedException {
    var result =
        check(
            """
            10.2.0.192.in-addr.arpa CNAME 10.0/25.2.0.192.in-addr.arpa.
            10.0/25.2.0.192.in-addr.arpa PTR a.example.
            a.example A 192.0.2.10
            """);

    assertVerdict(result, Verdict.PASS, IprevReason.CONFIRMED);
    assertThat(result.step().all().filter(step -> step.topic() == ChainTopic.ALIAS))
        .singleElement()
        .extracting(Step::values)
        .isEqualTo(
            List.of(
                Value.domain("10.2.0.192.in-addr.arpa"),
                Value.domain("10.0/25.2.0.192.in-addr.arpa")));
  }

  @Test
  void reverseAliasThatGoesRoundLeadsToNoName() throws InterruptedException {
    var result = check("10.2.0.192.in-addr.arpa CNAME! 10.2.0.192.in-addr.arpa");

    assertVerdict(result, Verdict.PERMERROR, IprevReason.NO_PTR);
    assertThat(notes(result)).contains(ChainReason.ALIAS_LOOP);
  }

  @ParameterizedTest
  @CsvSource({
    "., ROOT_NAME",
    "192.0.2.10., LITERAL_NAME",
    "bad_name.example., NOT_A_HOST_NAME",
    "a\\032b.example., NOT_A_HOST_NAME",
    "-x.example., NOT_A_HOST_NAME",
    "localhost., SINGLE_LABEL"
  })
  void oddTargetIsFlaggedAndNotDropped(String target, IprevReason reason)
      throws InterruptedException {
    var result = check("%s PTR %s\n%s NXDOMAIN".formatted(REVERSE, target, target));

    assertVerdict(result, Verdict.FAIL, IprevReason.NO_FORWARD);
    assertThat(notes(result)).contains(reason);
    assertThat(result.names()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.1.2.3", "127.0.0.1", "100.64.0.1", "fe80::1", "fd00::1", "169.254.1.1"})
  void specialUseAddressIsNotAsked(String client) throws InterruptedException {
    var zone = TestZone.of("");

    assertVerdict(check(client, zone), Verdict.NONE, IprevReason.NOT_APPLICABLE);
    assertThat(zone.asked()).isEmpty();
  }

  @Test
  void specialUseAddressIsAskedWhereTheAnalystInsists() throws InterruptedException {
    var zone = TestZone.of("3.2.1.10.in-addr.arpa PTR a.example.\na.example A 10.1.2.3");
    var root = Branch.root(zone, ChainTopic.QUESTION);

    var result = new IprevVerifier(true).check(address("10.1.2.3"), root);

    assertVerdict(result, Verdict.PASS, IprevReason.CONFIRMED);
    assertThat(notes(result)).contains(IprevReason.SPECIAL_USE);
  }

  @Test
  void specialUseAddressThatTheRecordingDoesNotHoldWasNotAskedThen() throws InterruptedException {
    var zone = TestZone.of("3.2.1.10.in-addr.arpa PTR NOT_RECORDED");
    var root = Branch.root(zone, ChainTopic.QUESTION);

    var result = new IprevVerifier(true).check(address("10.1.2.3"), root);

    assertVerdict(result, Verdict.NONE, IprevReason.NOT_APPLICABLE);
  }

  @Test
  void publicAddressThatTheRecordingDoesNotHoldIsTemperror() throws InterruptedException {
    assertVerdict(
        check("10.2.0.192.in-addr.arpa PTR NOT_RECORDED"),
        Verdict.TEMPERROR,
        IprevReason.LOOKUP_FAILED);
  }

  @Test
  void documentationAddressIsLabelledButAsked() throws InterruptedException {
    var result = check("10.2.0.192.in-addr.arpa NXDOMAIN");

    assertThat(notes(result)).containsExactly(IprevReason.SPECIAL_USE);
  }

  @Test
  void offlineAsksNothingAndSaysSo() {
    var zone = TestZone.of("");
    var root = Branch.root(zone, ChainTopic.QUESTION);

    var result = new IprevVerifier(false).offline(address("192.0.2.10"), root);

    assertVerdict(result, Verdict.NONE, IprevReason.OFFLINE);
    assertThat(zone.asked()).isEmpty();
  }

  @Test
  void interruptionIsPassedOn() {
    var root =
        Branch.root(
            _ -> {
              throw new InterruptedException();
            },
            ChainTopic.QUESTION);

    assertThatThrownBy(() -> new IprevVerifier(false).check(address("192.0.2.10"), root))
        .isInstanceOf(InterruptedException.class);
  }
}
