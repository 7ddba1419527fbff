package org.whence.dkim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.chain.Step;
import org.whence.chain.Verdict;
import org.whence.mail.Message;

final class DkimVerifierTest {
  static final String MESSAGE =
      """
      From: Ann <ann@example.org>
      To: bob@example.net
      Subject: Lunch
      Date: Mon, 23 Nov 2026 12:00:00 +0000
      Message-ID: <1@example.org>

      Shall we  meet at noon?
      \tAnn

      """;

  static final String NAME = "key._domainkey.example.org";
  static final String KEY = Keys.record(Keys.rsa(2048));

  static DkimResult check(String zone, String message) throws InterruptedException {
    var clock = InstantSource.fixed(TestZone.NOW);
    return new DkimVerifier(clock, DkimOptions.defaults())
        .check(
            Message.read(message.getBytes(ISO_8859_1)),
            Branch.root(TestZone.of(zone), ChainTopic.QUESTION));
  }

  static SignatureResult only(String zone, String message) throws InterruptedException {
    var result = check(zone, message);
    assertThat(result.signatures()).hasSize(1);
    return result.signatures().getFirst();
  }

  static String zone() {
    return Keys.zone(NAME, KEY);
  }

  static void holds(
      SignatureResult result,
      Verdict verdict,
      DkimReason reason,
      HashCheck bodyHash,
      HashCheck headerHash) {
    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(result.reason()).isEqualTo(reason);
    assertThat(result.judged().bodyHash()).isEqualTo(bodyHash);
    assertThat(result.judged().headerHash()).isEqualTo(headerHash);
    assertThat(result.step().outcome().orElseThrow().verdict()).isEqualTo(verdict);
  }

  static Stream<Arguments> signers() {
    var ways =
        Stream.of(Canonicalization.values())
            .flatMap(header ->
                Stream.of(Canonicalization.values())
                    .map(body -> Signer.relaxed().with(header, body)))
            .toList();
    return Stream.of(
            ways.stream(),
            ways.stream().map(way -> way.with(Keys.ed25519(), SignatureAlgorithm.ED25519_SHA256)),
            Stream.of(512, 1024, 4096)
                .map(bits -> Signer.relaxed().with(Keys.rsa(bits), SignatureAlgorithm.RSA_SHA256)))
        .flatMap(each -> each)
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("signers")
  void everyWayOfSigningIsVerified(Signer signer) throws InterruptedException {
    var zone = Keys.zone(NAME, Keys.record(signer.key()));
    var result = only(zone, signer.sign(MESSAGE));

    assertThat(result.judged().bodyHash()).isEqualTo(HashCheck.OK);
    assertThat(result.judged().headerHash()).isEqualTo(HashCheck.OK);
    var bits = result.judged().key().orElseThrow().bits();
    assertThat(result.verdict()).isEqualTo(bits == 512 ? Verdict.POLICY : Verdict.PASS);
  }

  @Test
  void loneLineFeedsCountAsLineEnds() throws InterruptedException {
    var signed = Signer.simple().sign(MESSAGE).replace("\r\n", "\n");
    assertThat(only(zone(), signed).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void changedBodyIsToldFromChangedHeader() throws InterruptedException {
    var signed = Signer.relaxed().sign(MESSAGE);

    holds(
        only(zone(), signed.replace("noon", "one")),
        Verdict.FAIL,
        DkimReason.BODY_HASH,
        HashCheck.BAD,
        HashCheck.OK);
    holds(
        only(zone(), signed.replace("Lunch", "Brunch")),
        Verdict.FAIL,
        DkimReason.SIGNATURE,
        HashCheck.OK,
        HashCheck.BAD);
    holds(
        only(zone(), signed.replace("noon", "one").replace("Lunch", "Brunch")),
        Verdict.FAIL,
        DkimReason.BODY_AND_SIGNATURE,
        HashCheck.BAD,
        HashCheck.BAD);
  }

  @Test
  void otherKeyOfTheDomainDoesNotFit() throws InterruptedException {
    var zone = Keys.zone(NAME, Keys.record(Keys.rsa(1024)));
    holds(
        only(zone, Signer.relaxed().sign(MESSAGE)),
        Verdict.FAIL,
        DkimReason.SIGNATURE,
        HashCheck.OK,
        HashCheck.BAD);
  }

  /// The arithmetic is done and told where the signature is refused for another reason.
  @Test
  void historicAlgorithmIsComputedAndRefused() throws InterruptedException {
    var signer = Signer.relaxed().with(Keys.rsa(1024), SignatureAlgorithm.RSA_SHA1);
    var zone = Keys.zone(NAME, Keys.record(signer.key()));

    holds(
        only(zone, signer.sign(MESSAGE)),
        Verdict.POLICY,
        DkimReason.SHA1,
        HashCheck.OK,
        HashCheck.OK);
    holds(
        only(zone, signer.sign(MESSAGE).replace("noon", "one")),
        Verdict.FAIL,
        DkimReason.BODY_HASH,
        HashCheck.BAD,
        HashCheck.OK);
  }

  @Test
  void shortKeyIsComputedAndRefused() throws InterruptedException {
    var signer = Signer.relaxed().with(Keys.rsa(768), SignatureAlgorithm.RSA_SHA256);
    var result = only(Keys.zone(NAME, Keys.record(signer.key())), signer.sign(MESSAGE));

    holds(result, Verdict.POLICY, DkimReason.SHORT_KEY, HashCheck.OK, HashCheck.OK);
    assertThat(result.judged().key().orElseThrow().bits()).isEqualTo(768);
  }

  @Test
  void expiredSignatureIsComputedAndRefused() throws InterruptedException {
    var before = TestZone.NOW.getEpochSecond();
    var signer = Signer.relaxed();

    holds(
        only(zone(), signer.tagged(Signer.TAGS + "; x=" + (before - 1)).sign(MESSAGE)),
        Verdict.POLICY,
        DkimReason.EXPIRED,
        HashCheck.OK,
        HashCheck.OK);
    holds(
        only(zone(), signer.tagged(Signer.TAGS + "; x=" + (before + 1)).sign(MESSAGE)),
        Verdict.PASS,
        DkimReason.VERIFIED,
        HashCheck.OK,
        HashCheck.OK);
  }

  /// RFC 6376, 8.2.
  @Test
  void octetsBehindTheLengthAreNotSigned() throws InterruptedException {
    var signed = Signer.relaxed().sign(MESSAGE, 10);
    var result = only(zone(), signed + "and more\r\n");

    holds(result, Verdict.PASS, DkimReason.VERIFIED, HashCheck.OK, HashCheck.OK);
    assertThat(result.warnings()).containsExactly(DkimReason.BODY_BEYOND_LENGTH);
    holds(
        only(zone(), signed.replace("Shall", "Should")),
        Verdict.FAIL,
        DkimReason.BODY_HASH,
        HashCheck.BAD,
        HashCheck.OK);
  }

  @Test
  void lengthMayNotBeBeyondTheBody() throws InterruptedException {
    var whole = Reference.body(Canonicalization.RELAXED, "Hi\r\n".getBytes(ISO_8859_1)).length;
    var message = MESSAGE.substring(0, MESSAGE.indexOf("\n\n") + 2) + "Hi\r\n";

    holds(
        only(zone(), Signer.relaxed().sign(message, whole)),
        Verdict.PASS,
        DkimReason.VERIFIED,
        HashCheck.OK,
        HashCheck.OK);
    holds(
        only(zone(), Signer.relaxed().sign(message, whole + 1)),
        Verdict.NEUTRAL,
        DkimReason.LENGTH_BEYOND_BODY,
        HashCheck.OK,
        HashCheck.OK);
  }

  @Test
  void emptyBodyAndNoBodyAreTheSame() throws InterruptedException {
    var header = MESSAGE.substring(0, MESSAGE.indexOf("\n\n") + 1);
    for (var signer : List.of(Signer.relaxed(), Signer.simple())) {
      var signed = signer.sign(header + "\n");
      assertThat(only(zone(), signed).verdict()).isEqualTo(Verdict.PASS);
      var without = signed.substring(0, signed.length() - 2);
      assertThat(only(zone(), without).verdict()).isEqualTo(Verdict.PASS);
    }
  }

  /// RFC 6376, 5.4.2: from the bottom up.
  @Test
  void repeatedFieldsAreSignedFromTheBottom() throws InterruptedException {
    var message = "Received: three\nReceived: two\nReceived: one\n" + MESSAGE;
    var signer = Signer.relaxed().signing("from:received:received");
    var signed = signer.sign(message);

    assertThat(only(zone(), signed).verdict()).isEqualTo(Verdict.PASS);
    assertThat(only(zone(), signed.replace("three", "four")).verdict()).isEqualTo(Verdict.PASS);
    assertThat(only(zone(), signed.replace("two", "four")).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void signedAbsenceBreaksWhenAFieldIsAdded() throws InterruptedException {
    var signed = Signer.relaxed().signing("from:from:reply-to:subject").sign(MESSAGE);

    assertThat(only(zone(), signed).verdict()).isEqualTo(Verdict.PASS);
    for (var added : List.of("Reply-To: x@example.com\r\n", "From: x@example.com\r\n")) {
      assertThat(only(zone(), added + signed).reason()).isEqualTo(DkimReason.SIGNATURE);
    }
  }

  @Test
  void signaturesSignOthersButNeverThemselves() throws InterruptedException {
    var first = Signer.relaxed().sign(MESSAGE);
    var second = Signer.relaxed().signing("from:dkim-signature:dkim-signature").sign(first);

    var result = check(zone(), second);
    assertThat(result.signatures())
        .extracting(SignatureResult::verdict)
        .containsExactly(Verdict.PASS, Verdict.PASS);
  }

  @Test
  void everySignatureIsJudgedAndTheBestCounts() throws InterruptedException {
    var good = Signer.relaxed().sign(MESSAGE);
    var all =
        "DKIM-Signature: v=1\r\n" + Signer.relaxed().tagged("d=example.com; s=key").sign(good) + "";
    var zone = zone() + "key._domainkey.example.com TXT TIMEOUT";

    var result = check(zone, all);

    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.signatures())
        .extracting(each -> each.number() + " " + each.verdict().word())
        .containsExactly("1 neutral", "2 temperror", "3 pass");
    assertThat(check(zone, all.replace("noon", "one")).verdict()).isEqualTo(Verdict.TEMPERROR);
  }

  @Test
  void signaturesBeyondTheLimitAreListedAndLeft() throws InterruptedException {
    var many = "DKIM-Signature: v=1; d=example.org; s=key\r\n".repeat(1_000) + MESSAGE;

    var result = check(NAME + " NXDOMAIN", many);

    assertThat(result.signatures()).hasSize(1_000);
    assertThat(result.signatures().getLast().reason()).isEqualTo(DkimReason.TOO_MANY_SIGNATURES);
    assertThat(result.step().allExchanges()).hasSize(DkimVerifier.MAX_SIGNATURES);
  }

  @Test
  void messageWithoutSignatureIsNone() throws InterruptedException {
    var result = check("", MESSAGE);
    assertThat(result.verdict()).isEqualTo(Verdict.NONE);
    assertThat(result.reason()).isEqualTo(DkimReason.NO_SIGNATURE);
  }

  @Test
  void offlineTheBodyIsJudgedAllTheSame() throws InterruptedException {
    var verifier =
        new DkimVerifier(
            InstantSource.fixed(TestZone.NOW), DkimOptions.defaults().withAsking(false));
    var message = Message.read(Signer.relaxed().sign(MESSAGE).getBytes(ISO_8859_1));
    var root = Branch.root(TestZone.of(""), ChainTopic.QUESTION);

    holds(
        verifier.check(message, root).signatures().getFirst(),
        Verdict.NONE,
        DkimReason.OFFLINE,
        HashCheck.OK,
        HashCheck.UNCHECKED);
  }

  @Test
  void treeShowsEachPartApart() throws InterruptedException {
    var result = only(zone(), Signer.relaxed().sign(MESSAGE).replace("noon", "one"));

    assertThat(lines(result.step()))
        .containsExactly(
            "dkim.signature fail body-hash",
            "  dkim.key pass key-found",
            "    chain.question",
            "    dkim.record pass key-found",
            "  dkim.body fail body-differs",
            "  dkim.header pass header-fits");
    assertThat(result.step().all()).noneMatch(Step::stopped);
  }

  private static List<String> lines(Step step) {
    var own =
        step.topic().key()
            + step.outcome()
                .map(o -> " " + o.verdict().word() + " " + o.reason().word())
                .orElse("");
    return Stream.concat(
            Stream.of(own),
            step.steps().stream().flatMap(each -> lines(each).stream()).map(line -> "  " + line))
        .toList();
  }
}
