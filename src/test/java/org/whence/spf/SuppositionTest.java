package org.whence.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.chain.Verdict;
import org.whence.ip.AddressLiteral;

/// What SPF would say, had something else been seen.
final class SuppositionTest {
  private static final String ZONE =
      """
      example.org TXT "v=spf1 ip4:192.0.2.10 -all"
      example.com TXT "v=spf1 ip4:198.51.100.0/24 ?all"
      mta.example.net TXT "v=spf1 ip4:192.0.2.10 ~all"
      mx.example.com TXT "v=spf1 -all"
      """;

  private final SpfVerifier verifier =
      new SpfVerifier(InstantSource.fixed(TestZone.NOW), SpfOptions.defaults());

  private static Branch root() {
    return Branch.root(TestZone.of(ZONE), ChainTopic.QUESTION);
  }

  private static SpfRequest seen(String mailFrom) {
    return SpfCheck.request(SpfCheck.CLIENT, "mta.example.net", mailFrom);
  }

  private Supposed suppose(SpfResult seen, Supposition supposition) throws InterruptedException {
    return verifier.suppose(seen, supposition, root());
  }

  private static Supposition client(String ip) {
    return new Supposition(
        Optional.of(AddressLiteral.find(ip).orElseThrow().address()),
        Optional.empty(),
        Optional.empty());
  }

  private static Supposition sender(String mailFrom) {
    return new Supposition(Optional.empty(), Optional.empty(), Optional.of(mailFrom));
  }

  private static Supposition helo(String name) {
    return new Supposition(Optional.empty(), Optional.of(name), Optional.empty());
  }

  @Test
  void otherClientIsJudgedWithEverythingElseAsItWas() throws InterruptedException {
    var seen = verifier.check(seen("ann@example.org"), root());

    var supposed = suppose(seen, client("192.0.2.11"));

    assertThat(seen.verdict()).isEqualTo(Verdict.PASS);
    assertThat(supposed.result().verdict()).isEqualTo(Verdict.FAIL);
    assertThat(supposed.result().domain()).isEqualTo("example.org");
    assertThat(supposed.result().request().helo()).isEqualTo("mta.example.net");
    var outcome = supposed.step().outcome().orElseThrow();
    assertThat(outcome.reason()).isEqualTo(SpfReason.WOULD_BE);
    assertThat(SpfCheck.text(outcome.values())).isEqualTo("fail|pass");
    assertThat(SpfCheck.text(supposed.step().values())).isEqualTo("192.0.2.11||");
    assertThat(supposed.step().steps()).containsExactly(supposed.result().step());
  }

  @Test
  void otherSenderIsJudgedByItsOwnPolicy() throws InterruptedException {
    var seen = verifier.check(seen("ann@example.org"), root());

    var supposed = suppose(seen, sender("<bob@example.com>"));

    assertThat(supposed.result().domain()).isEqualTo("example.com");
    assertThat(supposed.result().verdict()).isEqualTo(Verdict.NEUTRAL);
  }

  @Test
  void policyThatWasNamedStaysWhoeverSends() throws InterruptedException {
    var request = seen("ann@example.org").withPolicy(Optional.of("example.com"));
    var seen = verifier.check(request, root());

    var supposed = suppose(seen, sender("bob@example.org"));

    assertThat(supposed.result().domain()).isEqualTo("example.com");
    assertThat(supposed.step().outcome().orElseThrow().reason()).isEqualTo(SpfReason.WOULD_STAY);
  }

  @Test
  void nullSenderIsJudgedByHelo() throws InterruptedException {
    var seen = verifier.check(seen("ann@example.org"), root());

    var supposed = suppose(seen, sender(""));

    assertThat(supposed.result().identity()).isEqualTo(SpfIdentity.HELO);
    assertThat(supposed.result().domain()).isEqualTo("mta.example.net");
    assertThat(SpfCheck.text(supposed.step().values())).isEqualTo("||<>");
  }

  @Test
  void resultOfHeloIsJudgedByHeloAgainUnlessASenderIsSupposed() throws InterruptedException {
    var seen = verifier.checkHelo(seen("ann@example.org"), root());

    assertThat(suppose(seen, helo("mx.example.com")).result().verdict()).isEqualTo(Verdict.FAIL);
    var sender = suppose(seen, sender("ann@example.org")).result();
    assertThat(sender.identity()).isEqualTo(SpfIdentity.MAIL_FROM);
    assertThat(sender.verdict()).isEqualTo(Verdict.PASS);
  }
}
