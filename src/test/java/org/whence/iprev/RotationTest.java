package org.whence.iprev;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.chain.Finding;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Question;
import org.whence.dns.Resolver;

final class RotationTest {
  private static final InetAddress CLIENT = InetAddress.ofLiteral("192.0.2.10");
  private static final String FORWARD =
      """
      one.example A 192.0.2.10
      two.example A 192.0.2.10
      """;
  private static final String PTR_ONE = "10.2.0.192.in-addr.arpa PTR one.example.\n";
  private static final String PTR_TWO = "10.2.0.192.in-addr.arpa PTR two.example.\n";
  private static final String ONE = PTR_ONE + FORWARD;
  private static final String TWO = PTR_TWO + FORWARD;
  private static final String BOTH = PTR_ONE + PTR_TWO + FORWARD;
  private static final String BOTH_TURNED = PTR_TWO + PTR_ONE + FORWARD;
  private static final String SILENT = "10.2.0.192.in-addr.arpa PTR TIMEOUT\n" + FORWARD;

  private final IprevVerifier verifier = new IprevVerifier(true);

  /// A server that answers each question from one zone after the other, and around again.
  private static Resolver server(String... zones) {
    var all = List.of(zones).stream().map(TestZone::of).toList();
    Map<Question, Integer> asked = new HashMap<>();
    return question ->
        all.get((asked.merge(question, 1, Integer::sum) - 1) % all.size()).resolve(question);
  }

  /// One check, then so many rounds of each server.
  private RotationResult rotate(int rounds, Resolver... servers) throws InterruptedException {
    var root = Branch.root(servers[0], ChainTopic.QUESTION);
    var first = verifier.check(CLIENT, root);
    var branch = root.open(IprevTopic.ROTATION, Value.of(CLIENT));
    var planned = new ArrayList<Rotation.Planned>();
    for (var round = 1; round <= rounds; round++) {
      for (var i = 0; i < servers.length; i++) {
        var who = "server " + (char) ('a' + i);
        planned.add(new Rotation.Planned(round, who, branch.open(servers[i], IprevTopic.ROUND)));
      }
    }
    return new Rotation(verifier, first, "server a", branch).check(planned);
  }

  private static List<String> noticed(RotationResult result) {
    return result.step().findings().stream().map(RotationTest::text).toList();
  }

  private static String text(Finding finding) {
    var values = new StringBuilder(finding.reason().word());
    for (var value : finding.values()) {
      values
          .append(' ')
          .append(
              switch (value) {
                case Value.Text(var text) -> text;
                case Value.Domain(var name) -> name;
                case Value.Count(var number) -> Long.toString(number);
                case Value.Address(var address) -> address.getHostAddress();
                case Value.Place place -> place.toString();
              });
    }
    return values.toString();
  }

  @Test
  void sameAnswersAreSteady() throws InterruptedException {
    var result = rotate(3, server(ONE));

    assertThat(result.reason()).isEqualTo(IprevReason.STEADY);
    assertThat(result.step().outcome().orElseThrow().verdict()).isEqualTo(Verdict.NEUTRAL);
    assertThat(result.step().outcome().orElseThrow().values()).containsExactly(Value.of(4));
    assertThat(noticed(result)).isEmpty();
    assertThat(result.rounds()).extracting(Round::number).containsExactly(1, 2, 3);
    assertThat(result.distinctFirstNames()).isEqualTo(1);
  }

  @Test
  void everyRoundIsAWholeCheckWithItsEvidence() throws InterruptedException {
    var result = rotate(2, server(ONE));

    assertThat(result.step().steps())
        .hasSize(2)
        .allSatisfy(round -> {
          assertThat(round.topic()).isEqualTo(IprevTopic.ROUND);
          assertThat(round.outcome().orElseThrow().verdict()).isEqualTo(Verdict.PASS);
          assertThat(round.allExchanges()).hasSize(3);
        });
  }

  @Test
  void orderOfNamesRotates() throws InterruptedException {
    var result = rotate(3, server(BOTH, BOTH_TURNED));

    assertThat(result.reason()).isEqualTo(IprevReason.ROTATES);
    assertThat(noticed(result)).containsExactly("names-rotate server a 2 4");
    assertThat(result.firstNames())
        .containsExactly("one.example", "two.example", "one.example", "two.example");
  }

  @Test
  void namesAreGivenInTurn() throws InterruptedException {
    assertThat(noticed(rotate(2, server(ONE, TWO)))).containsExactly("names-change server a 2 3");
  }

  @Test
  void addressesAreGivenInTurn() throws InterruptedException {
    var result =
        rotate(2, server(ONE, ONE.replace("one.example A 192.0.2.10", "one.example A 192.0.2.11")));

    assertThat(result.reason()).isEqualTo(IprevReason.ROTATES);
    assertThat(noticed(result))
        .containsExactly("addresses-change one.example server a 2 3", "verdict-varies fail, pass");
  }

  @Test
  void orderOfAddressesDecidesNothing() throws InterruptedException {
    var more = ONE + "one.example A 192.0.2.11\n";
    var turned = PTR_ONE + "one.example A 192.0.2.11\none.example A 192.0.2.10\n";

    assertThat(rotate(3, server(more, turned)).reason()).isEqualTo(IprevReason.STEADY);
  }

  @Test
  void serversThatAreSteadyMayDisagree() throws InterruptedException {
    var names = rotate(2, server(ONE), server(TWO));
    var addresses = rotate(1, server(ONE), server(ONE + "one.example A 192.0.2.11\n"));

    assertThat(names.reason()).isEqualTo(IprevReason.DEPENDS_ON_SERVER);
    assertThat(noticed(names)).containsExactly("names-disagree server a server b");
    assertThat(noticed(addresses))
        .containsExactly("addresses-disagree one.example server a server b");
  }

  @Test
  void serversThatRotateAreNotSaidToDisagree() throws InterruptedException {
    var result = rotate(2, server(ONE, TWO), server(TWO, ONE));

    assertThat(noticed(result))
        .containsExactly("names-change server a 2 3", "names-change server b 2 2");
  }

  @Test
  void caseOfNamesDoesNotCount() throws InterruptedException {
    assertThat(rotate(1, server(ONE, ONE.replace("PTR one", "PTR ONE"))).reason())
        .isEqualTo(IprevReason.STEADY);
  }

  @Test
  void roundWithoutAnAnswerIsLeftAside() throws InterruptedException {
    var some = rotate(3, server(ONE, SILENT));
    var all = rotate(1, server(ONE, SILENT));

    assertThat(some.reason()).isEqualTo(IprevReason.STEADY);
    assertThat(noticed(some)).containsExactly("rounds-unanswered 2 3");
    assertThat(all.reason()).isEqualTo(IprevReason.UNANSWERED);
  }

  @Test
  void lookUpThatFailsIsNoOtherSetOfAddresses() throws InterruptedException {
    var result = rotate(1, server(ONE, ONE + "one.example AAAA SERVFAIL"));

    assertThat(result.reason()).isEqualTo(IprevReason.STEADY);
  }

  @Test
  void firstNameThatChangesMakesItsComparisonACoinToss() throws InterruptedException {
    var result = rotate(2, server(BOTH, BOTH_TURNED));
    var root = Branch.root(TestZone.of(""), ChainTopic.QUESTION);

    ClientComparison.mailFrom("One.example", result.first(), Optional.of(result), root);

    var step = root.close().steps().getFirst();
    assertThat(step.outcome().orElseThrow().reason()).isEqualTo(IprevReason.SENDER_EQUAL);
    assertThat(step.findings()).extracting(RotationTest::text).containsExactly("coin-toss 2 3 2");
  }

  @Test
  void firstNameThatStaysIsNoCoinToss() throws InterruptedException {
    var result = rotate(2, server(ONE));
    var root = Branch.root(TestZone.of(""), ChainTopic.QUESTION);

    ClientComparison.mailFrom("one.example", result.first(), Optional.of(result), root);

    assertThat(root.close().steps().getFirst().findings()).isEmpty();
  }
}
