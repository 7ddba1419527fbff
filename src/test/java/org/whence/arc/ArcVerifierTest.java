package org.whence.arc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.chain.Finding;
import org.whence.chain.Verdict;
import org.whence.mail.Message;

final class ArcVerifierTest {
  private static final String MESSAGE =
      """
      From: Ann <ann@example.org>
      To: list@example.net
      Subject: Lunch

      Shall we meet at noon?
      """;

  private static ArcResult check(String zone, String message, ArcOptions options)
      throws InterruptedException {
    return new ArcVerifier(InstantSource.fixed(TestZone.NOW), options)
        .check(
            Message.read(message.getBytes(ISO_8859_1)),
            Branch.root(TestZone.of(zone), ChainTopic.QUESTION));
  }

  private static ArcResult check(String message) throws InterruptedException {
    return check(Sealer.zone(), message, ArcOptions.defaults());
  }

  private static void holds(ArcResult result, Verdict verdict, ArcReason reason) {
    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(result.reason()).isEqualTo(reason);
    assertThat(result.step().outcome().orElseThrow().verdict()).isEqualTo(verdict);
  }

  private static List<ArcReason> findings(ArcResult result) {
    return result
        .step()
        .all()
        .flatMap(step -> step.findings().stream())
        .map(Finding::reason)
        .filter(ArcReason.class::isInstance)
        .map(ArcReason.class::cast)
        .toList();
  }

  @Test
  void chainOfThreeHolds() throws InterruptedException {
    var result = check(Sealer.seal(Sealer.seal(Sealer.seal(MESSAGE))));

    holds(result, Verdict.PASS, ArcReason.VERIFIED);
    assertThat(result.oldestPass()).contains(0);
    assertThat(result.instances())
        .extracting(each -> each.i() + " " + each.sealVerdict() + " " + each.domain().orElse(""))
        .containsExactly("1 PASS sealer.example", "2 PASS sealer.example", "3 PASS sealer.example");
    assertThat(result.instances().getFirst().claims()).contains("i=1; mx1.example; spf=pass");
  }

  @Test
  void endOfArcIsToldOnce() throws InterruptedException {
    var result = check(Sealer.seal(Sealer.seal(MESSAGE)));
    assertThat(findings(result)).containsOnlyOnce(ArcReason.HISTORIC);
  }

  @Test
  void changeByAnIntermediaryShowsInTheOldestPass() throws InterruptedException {
    var changed = Sealer.seal(MESSAGE).replace("Subject: Lunch", "Subject: [list] Lunch");
    var result = check(Sealer.seal(Sealer.seal(changed)));

    holds(result, Verdict.PASS, ArcReason.VERIFIED);
    assertThat(result.oldestPass()).contains(2);
    assertThat(result.instances())
        .extracting(ArcInstance::messageSignatureVerdict)
        .containsExactly(Verdict.FAIL, Verdict.PASS, Verdict.PASS);
    assertThat(findings(result)).contains(ArcReason.CHANGED_AFTER);
  }

  @Test
  void changeAfterTheLastSealFails() throws InterruptedException {
    var result = check(Sealer.seal(Sealer.seal(MESSAGE)).replace("noon", "one"));

    holds(result, Verdict.FAIL, ArcReason.MESSAGE_SIGNATURE);
    assertThat(result.oldestPass()).isEmpty();
    assertThat(result.instances()).extracting(ArcInstance::sealVerdict).containsOnly(Verdict.PASS);
  }

  @Test
  void changedAccountBreaksItsSealAndAllAbove() throws InterruptedException {
    var sealed = Sealer.seal(Sealer.seal(Sealer.seal(MESSAGE)));
    var result = check(sealed.replace("mx2.example; spf=pass", "mx2.example; spf=fail"));

    holds(result, Verdict.FAIL, ArcReason.SEAL);
    assertThat(result.instances())
        .extracting(ArcInstance::sealVerdict)
        .containsExactly(Verdict.PASS, Verdict.FAIL, Verdict.FAIL);
    assertThat(result.oldestPass()).contains(0);
  }

  /// RFC 8617, 5.1.2.
  @Test
  void sealOfAFailedChainSignsItsOwnSetAlone() throws InterruptedException {
    var broken = Sealer.seal(MESSAGE).replace("mx1.example", "mx0.example");
    var result = check(Sealer.seal(broken, "fail"));

    holds(result, Verdict.FAIL, ArcReason.FAILED_BEFORE);
    assertThat(result.instances())
        .extracting(ArcInstance::sealVerdict)
        .containsExactly(Verdict.FAIL, Verdict.PASS);
  }

  /// RFC 8617, 5.2.1: all failures are permanent; which it was is told.
  @Test
  void keyThatCannotBeFetchedFailsTheChainAndSaysSo() throws InterruptedException {
    var zone = Sealer.NAME + " TXT TIMEOUT";
    var result = check(zone, Sealer.seal(MESSAGE), ArcOptions.defaults());

    holds(result, Verdict.FAIL, ArcReason.MESSAGE_SIGNATURE);
    assertThat(result.instances().getFirst().sealVerdict()).isEqualTo(Verdict.TEMPERROR);
    assertThat(result.instances().getFirst().sealed().orElseThrow().reason().word())
        .isEqualTo("key-lookup-failed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'i=2; mx2.example' | 'mx2.example'      | BAD_INSTANCE",
        "'i=2; mx2.example' | 'i=0; mx2.example' | BAD_INSTANCE",
        "'i=2; mx2.example' | 'i=1; mx2.example' | REPEATED_FIELD",
        "'i=2; mx2.example' | 'i=51; mx2.example' | TOO_MANY_SETS",
        "'ARC-Seal: i=2'    | 'X-Seal: i=2'      | MISSING_FIELD",
        "'i=2;'             | 'i=3;'             | MISSING_SET",
        "'cv=pass'          | 'cv=none'          | BAD_CV",
        "'cv=none'          | 'cv=pass'          | BAD_CV",
        "'cv=pass'          | 'cv=fail'          | FAILED_BEFORE",
        "'i=2; mx2'         | 'i (a;b) = 2 ; mx2' | SEAL"
      })
  void structureIsJudged(String from, String to, ArcReason reason) throws InterruptedException {
    var sealed = Sealer.seal(Sealer.seal(MESSAGE)).replace(from, to);
    holds(check(sealed), Verdict.FAIL, reason);
  }

  @Test
  void oneSetMoreThanAllowedFailsWithoutAQuestion() throws InterruptedException {
    var sets = new StringBuilder();
    IntStream.rangeClosed(1, 51)
        .forEach(i ->
            sets.append("ARC-Seal: i=%d\nARC-Message-Signature: i=%d\n".formatted(i, i))
                .append("ARC-Authentication-Results: i=%d; x\n".formatted(i)));
    var result = check("", sets + MESSAGE, ArcOptions.defaults());

    holds(result, Verdict.FAIL, ArcReason.TOO_MANY_SETS);
    assertThat(result.step().allExchanges()).isEmpty();
  }

  @Test
  void enormousFieldsAreLeftAlone() throws InterruptedException {
    var huge = "ARC-Seal: i=1; n=" + "n".repeat(ArcChain.MAX_OCTETS) + "\n" + MESSAGE;
    holds(check("", huge, ArcOptions.defaults()), Verdict.FAIL, ArcReason.TOO_LARGE);
  }

  @Test
  void trustedSealersAreToldAndDecideNothing() throws InterruptedException {
    var sealed = Sealer.seal(MESSAGE);
    var options = ArcOptions.defaults();

    assertThat(findings(check(sealed)))
        .doesNotContain(ArcReason.SEALER_TRUSTED, ArcReason.SEALER_NOT_LISTED);
    var trusted = check(Sealer.zone(), sealed, options.withTrustedSealers(List.of("EXAMPLE")));
    assertThat(findings(trusted)).contains(ArcReason.SEALER_TRUSTED);
    var others = check(Sealer.zone(), sealed, options.withTrustedSealers(List.of("r.example")));
    assertThat(findings(others)).contains(ArcReason.SEALER_NOT_LISTED);
    assertThat(others.verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void messageWithoutArcIsNone() throws InterruptedException {
    holds(check("", MESSAGE, ArcOptions.defaults()), Verdict.NONE, ArcReason.NO_SETS);
  }

  @Property(tries = 200)
  void nothingIsThrown(@ForAll String seal, @ForAll String signature, @ForAll String results)
      throws InterruptedException {
    var message =
        "ARC-Seal: i=1;%s\nARC-Message-Signature: i=1;%s\nARC-Authentication-Results: i=1;%s\n"
            .formatted(line(seal), line(signature), line(results));
    var result = check(message + MESSAGE);
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
  }

  private static String line(String text) {
    return text.replaceAll("[\r\n]", " ");
  }
}
