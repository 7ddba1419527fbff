package org.whence.investigation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whence.chain.ChainListener;
import org.whence.chain.Finding;
import org.whence.chain.Step;
import org.whence.chain.Value;
import org.whence.dns.ResolverSettings;
import org.whence.dns.Resolvers;
import org.whence.header.HeaderTopic;
import org.whence.mail.BorderRule;
import org.whence.mail.HopChain;
import org.whence.mail.Message;
import org.whence.mail.TrustedServers;
import org.whence.part.PartTopic;

final class TrustLineTest {
  private static final String HEADER =
      """
      Received: from mx.corp.example (mx.corp.example [192.0.2.10]) by mail.corp.example
      Received: from out.example (out.example [198.51.100.7]) by mx.corp.example
      Received: from pc (pc.lan [10.0.0.1]) by out.example
      From: a@out.example

      Hello
      """;

  @ParameterizedTest
  @CsvSource({
    "corp.example, auto, TRUSTED, 1",
    "'', auto, FIRST_PUBLIC, 0",
    "'', hop:1, CHOSEN, 2",
    "'', hop:9, NOT_FOUND, 0",
    "corp.example, hop:9, NOT_FOUND, 0",
    "'', authenticated, NOT_FOUND, 0",
  })
  void lineLiesBelowTheBorder(String trusted, String rule, TrustReason reason, int index) {
    var line = TrustLine.of(chain(HEADER), trust(trusted, rule));

    assertThat(line.reason()).isEqualTo(reason);
    assertThat(line.index()).isEqualTo(index);
  }

  @Test
  void whereAllAreTrustedAllIsAbove() {
    var header = "Received: from mx (mx.corp.example [192.0.2.10]) by mail.corp.example\n";
    var chain = chain(header + header);
    var line = TrustLine.of(chain, trust("corp.example", "auto"));

    assertThat(line.reason()).isEqualTo(TrustReason.ALL_TRUSTED);
    assertThat(chain.hops()).allMatch(line::isAbove);
  }

  @Test
  void withoutAStepNothingIsAbove() {
    var line = TrustLine.of(chain("Subject: x\n"), trust("corp.example", "auto"));

    assertThat(line.reason()).isEqualTo(TrustReason.NOT_FOUND);
    assertThat(line.index()).isEqualTo(-1);
    assertThat(line.certain(List.of())).isEmpty();
  }

  @Test
  void placeOfTheLineIsToldUnlessItIsAGuess() {
    var chain = chain(HEADER);

    assertThat(TrustLine.of(chain, trust("corp.example", "auto")).certain(chain.hops()))
        .contains(chain.hops().get(1).field().start());
    assertThat(TrustLine.of(chain, trust("", "auto")).certain(chain.hops())).isEmpty();
  }

  @Test
  void lineStandsInTheTreeBetweenTheHops() throws IOException {
    var found = investigate(trust("corp.example", "auto"));

    assertThat(found.tree().steps())
        .extracting(Step::topic)
        .containsExactly(
            InvestigationTopic.HOP,
            InvestigationTopic.TRUST_LINE,
            InvestigationTopic.HOP,
            InvestigationTopic.HOP,
            HeaderTopic.HEADER,
            InvestigationTopic.MESSAGE,
            PartTopic.PARTS);
    var line = found.tree().steps().get(1);
    assertThat(line.values().getFirst()).isEqualTo(Value.of(2));
    assertThat(line.findings()).extracting(Finding::reason).containsExactly(TrustReason.TRUSTED);
    assertThat(found.hops()).extracting(HopResult::believed).containsExactly(true, true, false);
  }

  @Test
  void whatIsBelievedOnWeakGroundsStandsBesideTheLine() throws IOException {
    var header =
        """
        Received: by mail.corp.example (Postfix, from userid 33)
        Received: by mail.corp.example with SMTP id 1
        Received: from mx.corp.example (mx.corp.example [192.0.2.10]) by mail.corp.example
        Received: from out.example (out.example [198.51.100.7]) by other.example
        """;
    var found = investigate(header + "\n", trust("corp.example", "auto"));
    var line =
        found.tree().steps().stream()
            .filter(step -> step.topic() == InvestigationTopic.TRUST_LINE)
            .findFirst()
            .orElseThrow();

    assertThat(line.findings())
        .extracting(Finding::reason)
        .containsExactly(
            TrustReason.TRUSTED, TrustReason.LOCAL, TrustReason.PRESUMED, TrustReason.OTHER_SERVER);
    assertThat(line.findings().getLast().values())
        .containsExactly(
            Value.of(1), Value.domain("other.example"), Value.domain("mx.corp.example"));
  }

  /// Exchange looks up no names, so that its own servers are strangers by name.
  @Test
  void clientThatCallsItselfOursIsNoneButIsTold() {
    var header =
        """
        Received: from ex.corp.example (198.51.100.7) by mail.corp.example (10.0.0.1)
        Received: from x (203.0.113.9) by ex.corp.example (198.51.100.7)
        """;
    var line = TrustLine.of(chain(header), trust("corp.example", "auto"));
    var byAddress = TrustLine.of(chain(header), trust("198.51.100.7", "auto"));

    assertThat(line.index()).isZero();
    assertThat(line.callsItselfOurs()).contains("ex.corp.example");
    assertThat(byAddress.index()).isEqualTo(1);
    assertThat(byAddress.callsItselfOurs()).isEmpty();
  }

  @Test
  void messageTellsWhereItsEnvelopeIsFrom() throws IOException {
    var message =
        investigate(trust("corp.example", "auto")).tree().steps().stream()
            .filter(step -> step.topic() == InvestigationTopic.MESSAGE)
            .findFirst()
            .orElseThrow();

    assertThat(message.findings())
        .extracting(Finding::reason)
        .containsExactly(EnvelopeReason.IP, EnvelopeReason.HELO);
    assertThat(message.findings().getFirst().values())
        .containsExactly(
            Value.of(org.whence.ip.AddressLiteral.find("198.51.100.7").orElseThrow().address()),
            Value.of("received"),
            new Value.Place(2, 83, 158));
  }

  private static Investigation investigate(Trust trust) throws IOException {
    return investigate(HEADER, trust);
  }

  private static Investigation investigate(String mail, Trust trust) throws IOException {
    var settings = ResolverSettings.defaults().withOffline(true);
    try (var resolution = Resolvers.open(settings, InstantSource.system())) {
      var options = Options.defaults().withAsking(false).withTrust(trust);
      return new Investigator(resolution, InstantSource.system(), options)
          .investigate(InputReader.pasted(mail), ChainListener.NONE);
    } catch (org.whence.dns.ResolverProblem e) {
      throw new IOException(e);
    }
  }

  private static Trust trust(String servers, String rule) {
    var entries = servers.isEmpty() ? List.<String>of() : List.of(servers);
    return new Trust(TrustedServers.of(entries), List.of(), BorderRule.parse(rule).orElseThrow());
  }

  private static HopChain chain(String header) {
    return HopChain.of(Message.read((header + "\n").getBytes(UTF_8)));
  }
}
