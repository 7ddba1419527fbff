package org.whence.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whence.dkim.DkimVerifierTest.KEY;
import static org.whence.dkim.DkimVerifierTest.MESSAGE;
import static org.whence.dkim.DkimVerifierTest.NAME;
import static org.whence.dkim.DkimVerifierTest.holds;
import static org.whence.dkim.DkimVerifierTest.only;
import static org.whence.dkim.DkimVerifierTest.zone;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.whence.TestZone;
import org.whence.chain.Verdict;

/// What keys that a signature names come to.
final class KeyCheckTest {
  /// RFC 6376, 3.6.1: as if it were not signed, even should the signature fail.
  @Test
  void keyForTestsMakesUnsigned() throws InterruptedException {
    var zone = Keys.zone(NAME, KEY + "; t=y");
    var signed = Signer.relaxed().sign(MESSAGE);

    holds(only(zone, signed), Verdict.NEUTRAL, DkimReason.TESTING, HashCheck.OK, HashCheck.OK);
    holds(
        only(zone, signed.replace("noon", "one")),
        Verdict.NEUTRAL,
        DkimReason.TESTING,
        HashCheck.BAD,
        HashCheck.OK);
    assertThat(only(zone, signed).judged().key().orElseThrow().testing()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'; h=sha1',KEY_HASH,OK",
    "'; h=sha1:sha256',VERIFIED,OK",
    "'; s=tlsrpt',KEY_SERVICE,OK",
    "'; s=tlsrpt:email',VERIFIED,OK",
    "'; t=s',VERIFIED,OK",
    "'; k=ed25519',KEY_SYNTAX,OK",
    "'; nonsense',KEY_SYNTAX,OK",
    "'; v=DKIM1; v=DKIM1',KEY_SYNTAX,OK"
  })
  void restrictionOfTheKeyIsTold(String tags, DkimReason reason, HashCheck headerHash)
      throws InterruptedException {
    var result = only(Keys.zone(NAME, KEY + tags), Signer.relaxed().sign(MESSAGE));

    holds(
        result,
        reason == DkimReason.VERIFIED ? Verdict.PASS : Verdict.PERMERROR,
        reason,
        HashCheck.OK,
        headerHash);
  }

  @Test
  void strictKeyWantsTheVeryDomain() throws InterruptedException {
    var zone = Keys.zone(NAME, KEY + "; t=s");
    var below = Signer.relaxed().tagged(Signer.TAGS + "; i=@news.example.org");

    holds(
        only(zone, below.sign(MESSAGE)),
        Verdict.PERMERROR,
        DkimReason.KEY_STRICT,
        HashCheck.OK,
        HashCheck.OK);
    holds(
        only(zone, Signer.relaxed().tagged(Signer.TAGS + "; i=ann@EXAMPLE.org").sign(MESSAGE)),
        Verdict.PASS,
        DkimReason.VERIFIED,
        HashCheck.OK,
        HashCheck.OK);
  }

  static Stream<Arguments> keysThatAreNone() {
    var other = Keys.zone("other._domainkey.example.org", KEY);
    return Stream.of(
        Arguments.of(NAME + " NXDOMAIN", Verdict.PERMERROR, DkimReason.NO_KEY),
        Arguments.of(NAME + " A 192.0.2.1", Verdict.PERMERROR, DkimReason.NO_KEY),
        Arguments.of(NAME + " TXT TIMEOUT", Verdict.TEMPERROR, DkimReason.KEY_LOOKUP_FAILED),
        Arguments.of(NAME + " TXT SERVFAIL", Verdict.TEMPERROR, DkimReason.KEY_LOOKUP_FAILED),
        Arguments.of(NAME + " TXT \"v=DKIM1\\; p=\"", Verdict.PERMERROR, DkimReason.KEY_REVOKED),
        Arguments.of(NAME + " TXT \"v=DKIM1\\; p=AAAA\"", Verdict.PERMERROR, DkimReason.KEY_DATA),
        Arguments.of(
            NAME + " TXT \"v=DKIM1\\; k=ed25519\\; p=AAAA\"",
            Verdict.PERMERROR,
            DkimReason.KEY_TYPE),
        Arguments.of(NAME + " TXT \"v=spf1 -all\"", Verdict.PERMERROR, DkimReason.KEY_SYNTAX),
        Arguments.of(
            other + NAME + " CNAME! other.example.com\nother.example.com NXDOMAIN",
            Verdict.PERMERROR,
            DkimReason.NO_KEY));
  }

  @ParameterizedTest
  @MethodSource("keysThatAreNone")
  void signatureWithoutItsKeyIsNotComputed(String zone, Verdict verdict, DkimReason reason)
      throws InterruptedException {
    holds(
        only(zone, Signer.relaxed().sign(MESSAGE)),
        verdict,
        reason,
        HashCheck.OK,
        HashCheck.UNCHECKED);
  }

  @Test
  void severalRecordsAreRefusedAndTheFittingOneIsTold() throws InterruptedException {
    var zone = zone() + Keys.zone(NAME, Keys.record(Keys.rsa(1024)));
    holds(
        only(zone, Signer.relaxed().sign(MESSAGE)),
        Verdict.PERMERROR,
        DkimReason.SEVERAL_KEYS,
        HashCheck.OK,
        HashCheck.OK);
  }

  @Test
  void factsOfTheKeyAreTold() throws InterruptedException {
    var zone = NAME + " CNAME keys.example.com\n" + Keys.zone("keys.example.com", KEY);
    var facts = only(zone, Signer.relaxed().sign(MESSAGE)).judged().key().orElseThrow();

    assertThat(facts.name()).isEqualTo(NAME);
    assertThat(facts.alias()).contains("keys.example.com");
    assertThat(facts.type()).isEqualTo("rsa");
    assertThat(facts.bits()).isEqualTo(2048);
    assertThat(facts.ttl()).isEqualTo(3600);
    assertThat(facts.asked()).isEqualTo(TestZone.NOW);
    assertThat(facts.testing() || facts.strict()).isFalse();
  }

  @Test
  void keyThatIsTooLargeIsNotUsed() throws InterruptedException {
    var modulus = BigInteger.ONE.shiftLeft(16_383).add(BigInteger.ONE);
    var zone = Keys.zone(NAME, "p=" + Keys.base64(bare(modulus)));
    holds(
        only(zone, Signer.relaxed().sign(MESSAGE)),
        Verdict.POLICY,
        DkimReason.KEY_TOO_LARGE,
        HashCheck.OK,
        HashCheck.UNCHECKED);
  }

  /// An RSAPublicKey with the exponent 65537.
  private static byte[] bare(BigInteger modulus) {
    var octets = modulus.toByteArray();
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0x30, (byte) 0x82});
    var length = octets.length + 4 + 5;
    out.writeBytes(new byte[] {(byte) (length >> 8), (byte) length, 0x02, (byte) 0x82});
    out.writeBytes(new byte[] {(byte) (octets.length >> 8), (byte) octets.length});
    out.writeBytes(octets);
    out.writeBytes(new byte[] {0x02, 0x03, 0x01, 0x00, 0x01});
    return out.toByteArray();
  }
}
