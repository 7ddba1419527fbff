package org.whence.iprev;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.chain.Outcome;
import org.whence.chain.Reason;
import org.whence.chain.Step;
import org.whence.ip.AddressLiteral;

final class ClientComparisonTest {
  private static final String ZONE =
      """
      10.2.0.192.in-addr.arpa PTR mail.example.org.
      mail.example.org A 192.0.2.10
      other.example.org A 192.0.2.10
      wrong.example.org A 192.0.2.99
      gone.example.org NXDOMAIN
      silent.example.org A TIMEOUT
      """;

  private final TestZone zone = TestZone.of(ZONE);
  private final Branch root = Branch.root(zone, ChainTopic.QUESTION);

  private IprevResult iprev() throws InterruptedException {
    var client = AddressLiteral.find("192.0.2.10").orElseThrow().address();
    return new IprevVerifier(false).check(client, root);
  }

  private Step last() {
    return root.close().steps().getLast();
  }

  private static Reason reason(Step step) {
    return step.outcome().map(Outcome::reason).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL.example.org, HELO_IS_PTR",
    "mail.example.org., HELO_IS_PTR",
    "other.example.org, HELO_HAS_ADDRESS",
    "wrong.example.org, HELO_DIFFERS",
    "gone.example.org, HELO_DIFFERS",
    "silent.example.org, HELO_UNKNOWN",
    "[192.0.2.10], HELO_IS_ADDRESS",
    "[192.0.2.11], HELO_OTHER_ADDRESS",
    "'a b', HELO_INVALID",
    "localhost, HELO_INVALID"
  })
  void heloIsHeldAgainstTheNamesAndThenTheAddresses(String helo, IprevReason expected)
      throws InterruptedException {
    ClientComparison.helo(helo, iprev(), root);

    assertThat(reason(last())).isEqualTo(expected);
  }

  @Test
  void heloThatIsANameIsNotAskedAgain() throws InterruptedException {
    var result = iprev();
    var before = zone.asked().size();

    ClientComparison.helo("mail.example.org", result, root);

    assertThat(zone.asked()).hasSize(before);
  }

  @ParameterizedTest
  @CsvSource({
    "mail.example.org, SENDER_EQUAL",
    "Example.ORG, SENDER_PARENT",
    "example.com, SENDER_UNRELATED",
    "ample.org, SENDER_UNRELATED"
  })
  void firstNameIsHeldAgainstTheSendersDomain(String domain, IprevReason expected)
      throws InterruptedException {
    ClientComparison.mailFrom(domain, iprev(), Optional.empty(), root);

    assertThat(reason(last())).isEqualTo(expected);
  }
}
