package org.whence.dkim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.mail.Message;

final class SignatureParserTest {
  private static final String GOOD =
      "v=1; a=rsa-sha256; b=AAAA; bh=AAAA; d=example.org; h=From:To; s=key";

  private static Signature parse(SignatureKind kind, String value) {
    var text = kind.fieldName() + ": " + value + "\r\n\r\n";
    return SignatureParser.parse(Message.read(text.getBytes(UTF_8)).fields().getFirst(), kind);
  }

  private static Signature parse(String value) {
    return parse(SignatureKind.DKIM, value);
  }

  /// The good signature with a tag put in, or instead of the one that is there.
  private static String with(String tag) {
    var name = tag.substring(0, tag.indexOf('='));
    var others = GOOD.replaceFirst("(^|; )" + name + "=[^;]*", "").replaceFirst("^; ", "");
    return others + "; " + tag;
  }

  @Test
  void everyTagIsRead() {
    var signature =
        parse(
            "v=1; a=ed25519-sha256; b=QUJD; bh=REVG; c=relaxed; d=Example.ORG; h=From : TO ::to;"
                + " i=joe=40x@sub.example.org; l=42; q=other:dns/txt; s=a.b; t=1528637909;"
                + " x=1528637910; z=From:joe=20x|Subject:=20Hi=7C; unknown=1");

    assertThat(signature.flaws()).isEmpty();
    assertThat(signature.algorithm()).contains(SignatureAlgorithm.ED25519_SHA256);
    assertThat(signature.data().orElseThrow().octets()).isEqualTo("ABC".getBytes(ISO_8859_1));
    assertThat(signature.bodyHash().orElseThrow().octets()).isEqualTo("DEF".getBytes(ISO_8859_1));
    assertThat(signature.canonicalization().orElseThrow().word()).isEqualTo("relaxed/simple");
    assertThat(signature.domain()).contains("Example.ORG");
    assertThat(signature.selector()).contains("a.b");
    assertThat(signature.identity()).contains("joe@x@sub.example.org");
    assertThat(signature.signedNames()).containsExactly("from", "to", "to");
    assertThat(signature.length()).contains(42L);
    assertThat(signature.signed()).contains(Instant.parse("2018-06-10T13:38:29Z"));
    assertThat(signature.expires()).contains(Instant.parse("2018-06-10T13:38:30Z"));
    assertThat(signature.copied())
        .containsExactly(new CopiedField("From", "joe x"), new CopiedField("Subject", " Hi|"));
  }

  @Test
  void absentTagsHaveTheirDefaults() {
    var signature = parse(GOOD);

    assertThat(signature.flaws()).isEmpty();
    assertThat(signature.canonicalization().orElseThrow().word()).isEqualTo("simple/simple");
    assertThat(signature.identity()).contains("@example.org");
    assertThat(signature.length()).isEmpty();
    assertThat(signature.signed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v", "a", "b", "bh", "d", "h", "s"})
  void requiredTagIsMissed(String name) {
    var value = GOOD.replaceAll("(^|; )" + name + "=[^;]*", "");

    assertThat(parse(value).flaws()).contains(new Flaw(DkimReason.MISSING_TAG, name, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v=2                | BAD_VERSION",
        "v=                 | BAD_VERSION",
        "a=rsa-sha512       | UNKNOWN_ALGORITHM",
        "a=RSA-SHA256       | UNKNOWN_ALGORITHM",
        "a=                 | EMPTY_VALUE",
        "b=                 | EMPTY_VALUE",
        "b=A*A              | NOT_BASE64",
        "bh=====            | NOT_BASE64",
        "c=strict           | UNKNOWN_CANONICALIZATION",
        "c=relaxed/         | UNKNOWN_CANONICALIZATION",
        "c=                 | EMPTY_VALUE",
        "d=org              | BAD_DOMAIN",
        "d=example.org.     | BAD_DOMAIN",
        "d=ex ample.org     | BAD_DOMAIN",
        "d=[192.0.2.1]      | BAD_DOMAIN",
        "s=a..b             | BAD_DOMAIN",
        "s=                 | EMPTY_VALUE",
        "h=                 | EMPTY_VALUE",
        "h=To:Subject       | FROM_NOT_SIGNED",
        "i=joe              | BAD_IDENTITY",
        "i=joe@             | BAD_IDENTITY",
        "i=joe@example.net  | IDENTITY_OUTSIDE",
        "i=@notexample.org  | IDENTITY_OUTSIDE",
        "i=@org.example.org.example.com | IDENTITY_OUTSIDE",
        "l=-1               | BAD_NUMBER",
        "l=1 2              | BAD_NUMBER",
        "t=now              | BAD_NUMBER",
        "x=1.5              | BAD_NUMBER",
        "q=dns/caa          | UNKNOWN_QUERY",
        "v=1; t=2; x=2      | EXPIRES_BEFORE"
      })
  void flawIsTold(String tag, DkimReason reason) {
    assertThat(parse(with(tag)).flaws()).extracting(Flaw::reason).containsExactly(reason);
  }

  /// RFC 6376, 3.5: numbers that no machine holds are no reason to fail.
  @Test
  void hugeNumbersAreTheLargest() {
    assertThat(parse(with("l=" + "9".repeat(76))).length()).contains(Long.MAX_VALUE);
    assertThat(parse(with("l=" + "9".repeat(77))).flaws()).isNotEmpty();
    assertThat(parse(with("t=" + "9".repeat(12))).signed())
        .contains(Instant.ofEpochSecond(999_999_999_999L));
    assertThat(parse(with("t=" + "9".repeat(13))).signed()).contains(Instant.MAX);
    assertThat(parse(with("t=" + "9".repeat(100_000))).signed()).contains(Instant.MAX);
  }

  /// RFC 8616, 5.
  @Test
  void domainsMayHaveTheLettersOfTheirLanguage() {
    var signature = parse(with("d=b\u00fccher.example") + "; i=j\u00f6e@b\u00fccher.example");

    assertThat(signature.flaws()).isEmpty();
    assertThat(signature.domain()).contains("xn--bcher-kva.example");
    assertThat(signature.identity()).contains("j\u00f6e@xn--bcher-kva.example");
  }

  @Test
  void messageSignaturesOfArcNeedNoVersionAndNoFrom() {
    var value = "i=1; a=rsa-sha256; b=AAAA; bh=AAAA; d=example.org; h=To; s=key";
    var signature = parse(SignatureKind.ARC_MESSAGE, value);
    assertThat(signature.flaws()).isEmpty();
    assertThat(signature.identity()).isEmpty();

    assertThat(parse(SignatureKind.ARC_MESSAGE, value.replace("h=To", "h=ARC-Seal")).flaws())
        .extracting(Flaw::reason)
        .containsExactly(DkimReason.SEAL_SIGNED);
  }

  @Test
  void sealsSignNoFieldsOfTheMessage() {
    var value = "i=1; a=rsa-sha256; b=AAAA; cv=none; d=example.org; s=key";
    assertThat(parse(SignatureKind.ARC_SEAL, value).flaws()).isEmpty();
    assertThat(parse(SignatureKind.ARC_SEAL, value + "; h=from").flaws())
        .extracting(Flaw::reason)
        .containsExactly(DkimReason.SEAL_SIGNS);
  }

  @Test
  void hundredThousandSignedNamesAreRead() {
    var names = "x-field:".repeat(100_000) + "From";
    assertThat(parse(with("h=" + names)).signedNames()).hasSize(100_001);
    var tooMany = "x:".repeat(SignatureParser.MAX_SIGNED_NAMES) + "From";
    assertThat(parse(with("h=" + tooMany)).flaws())
        .extracting(Flaw::reason)
        .containsExactly(DkimReason.TOO_MANY_SIGNED);
  }

  @Test
  void fieldBeyondTheLimitIsNotRead() {
    var signature = parse(GOOD + "; n=" + "n".repeat(SignatureParser.MAX_FIELD));
    assertThat(signature.flaws())
        .containsExactly(
            new Flaw(DkimReason.FIELD_TOO_LARGE, "", Integer.toString(SignatureParser.MAX_FIELD)));
    assertThat(signature.tags().tags()).isEmpty();
  }

  @Property
  void nothingIsThrown(@ForAll String value, @ForAll SignatureKind kind) {
    var signature = parse(kind, value.replaceAll("[\r\n]", " "));
    assertThat(signature.flaws()).isNotEmpty();
  }
}
