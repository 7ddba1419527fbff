package org.whence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.mail.AuthenticationResults.MethodResult;

final class AuthenticationResultsParserTest {
  private static final String MICROSOFT =
      """
      spf=pass (sender IP is 192.0.2.10)
       smtp.mailfrom=a.example; dkim=pass (signature was verified)
       header.d=a.example;dmarc=pass action=none
       header.from=a.example;compauth=pass reason=100
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.org; none",
        "example.org 1; none (nothing was asked)",
        "\"example org\"; spf=pass",
        "example.org;spf=pass smtp.mailfrom=a@b.example",
        "example.org; spf=pass reason=\"a; b\" smtp.mailfrom=\"a b\"@c.example; dkim=none",
        "example.org; auth=pass smtp.auth=user",
        "example.org; iprev=pass policy.iprev=\"2001:db8::1\"",
        "example.org; spf=pass smtp.mailfrom=a (x) @b.example",
        "example.org; spf=pass smtp.mailfrom=a=b+c/d@b.example",
        "example.org; dkim=pass header.i=@b.example header.b=\"a/b+c=\"",
        "(a (nested) comment) example.org (b) ; (c) spf (d) = (e) pass (f)",
      })
  void whatKeepsToTheGrammarIsStrict(String value) {
    var found = AuthenticationResultsParser.parse(value);

    assertThat(found.flaws()).isEmpty();
    assertThat(found.conformance()).isEqualTo(Conformance.STRICT);
  }

  @ParameterizedTest
  @CsvSource({
    "'spf=pass smtp.mailfrom=a.example', NO_AUTHSERV_ID, 0",
    "'; spf=pass', NO_AUTHSERV_ID, 0",
    "'a:25; spf=pass', BAD_AUTHSERV_ID, 0",
    "'a.example v1; spf=pass', BAD_VERSION, 10",
    "'a.example; dkim/x=pass', BAD_VERSION, 16",
    "'a.example', NO_RESULT, 9",
    "'a.example; none; spf=pass', NONE_AND_RESULTS, 25",
    "'a.example; spf=pass;', NOTHING_BEHIND_SEMICOLON, 20",
    "'a.example spf=pass', NO_SEMICOLON, 10",
    "'a.example; spf=pass dkim=fail', NO_SEMICOLON, 20",
    "'a.example; x_y=pass', BAD_KEYWORD, 11",
    "'a.example; spf=', BAD_KEYWORD, 15",
    "'a.example; dmarc=pass action=none', NO_PTYPE, 22",
    "'a.example; iprev=pass policy.iprev=2001:db8::1', BAD_VALUE, 35",
    "'a.example; spf=pass smtp.mailfrom=<>', BAD_VALUE, 34",
    "'a.example; spf=pass smtp.mailfrom=a @ b.example', BAD_VALUE, 37",
    "'a.example; dkim=pass header.d= header.i=@b.example', BAD_VALUE, 30",
    "'a.example; dkim=pass header.d=b.example, dkim=none', BAD_VALUE, 30",
    "'a.example none', NO_SEMICOLON, 10",
    "'a.example; spf=pass smtp.mailfrom=', BAD_VALUE, 34",
    "'a.example; spf=pass reason=a/b', BAD_VALUE, 27",
    "'a.example; spf=pass smtp.helo=b reason=c', REASON_OUT_OF_PLACE, 32",
    "'a.example; spf=pass reason=b reason=c', REASON_OUT_OF_PLACE, 29",
    "'a.example; spf=pass stray', STRAY_TEXT, 20",
    "'a.example; spf=pass (never closed', UNCLOSED, 20",
    "'a.example; spf=pass reason=\"never closed', UNCLOSED, 27",
    "'i=1; a.example; spf=pass', STRAY_INSTANCE, 0",
  })
  void deviationIsToldWithItsPlaceAndReadOn(String value, Flaw.Kind kind, int offset) {
    var found = AuthenticationResultsParser.parse(value);

    assertThat(found.conformance()).isEqualTo(Conformance.LENIENT);
    assertThat(found.flaws()).contains(new Flaw(kind, offset));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "(only a comment)", "these are words", ";"})
  void whatTellsNothingIsUnparsed(String value) {
    var found = AuthenticationResultsParser.parse(value);

    assertThat(found.conformance()).isEqualTo(Conformance.UNPARSED);
    assertThat(found.authservId()).isEmpty();
    assertThat(found.results()).isEmpty();
  }

  @Test
  void microsoftWritesNoAuthservIdAndIsReadAllTheSame() {
    var found = AuthenticationResultsParser.parse(MICROSOFT);

    assertThat(found.conformance()).isEqualTo(Conformance.LENIENT);
    assertThat(found.authservId()).isEmpty();
    assertThat(words(found)).isEqualTo("spf=pass dkim=pass dmarc=pass compauth=pass");
    assertThat(found.of("compauth").getFirst().reason()).contains("100");
    assertThat(found.of("spf").getFirst().comments()).containsExactly("sender IP is 192.0.2.10");
    var action = found.of("dmarc").getFirst().properties().getFirst();
    assertThat(action)
        .isEqualTo(new AuthenticationResults.Property(Optional.empty(), "action", "none"));
  }

  @Test
  void domainThatOlderMicrosoftServersPutBetweenStatementsIsNoAuthservId() {
    var found =
        AuthenticationResultsParser.parse(
            "spf=none (x) smtp.mailfrom=a.example; b.example; dkim=none header.d=none;b.example;"
                + " dmarc=none action=none header.from=a.example;");

    assertThat(words(found)).isEqualTo("spf=none dkim=none dmarc=none");
    assertThat(found.authservId()).isEmpty();
    assertThat(found.flaws()).extracting(Flaw::kind).contains(Flaw.Kind.STRAY_TEXT);
  }

  @Test
  void arcFieldBeginsWithItsInstance() {
    var found = AuthenticationResultsParser.parseArc("i=2; mx.a.example; arc=pass; dkim=none");
    var without = AuthenticationResultsParser.parseArc("mx.a.example; arc=pass");

    assertThat(found.conformance()).isEqualTo(Conformance.STRICT);
    assertThat(found.instance()).contains(2);
    assertThat(without.flaws()).containsExactly(new Flaw(Flaw.Kind.NO_INSTANCE, 0));
  }

  @Test
  void keywordsHaveNoCaseAndValuesHave() {
    var found = AuthenticationResultsParser.parse("MX.Example; SPF=Pass SMTP.MailFrom=A@B.example");

    assertThat(found.authservId()).contains("MX.Example");
    assertThat(words(found)).isEqualTo("spf=pass");
    assertThat(found.of("spf").getFirst().value("smtp", "mailfrom")).contains("A@B.example");
  }

  @Test
  void wordsBehindAReasonWithoutQuotesBelongToIt() {
    var found =
        AuthenticationResultsParser.parse("a; dkim=fail reason=no such key header.d=b.example");

    assertThat(found.of("dkim").getFirst().reason()).contains("no such key");
    assertThat(found.of("dkim").getFirst().value("header", "d")).contains("b.example");
  }

  /// What stands at the wrong place or is left out costs the value that it belongs to, not others.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spf=pass smtp.mailfrom=a @ b.example|smtp.mailfrom=a@b.example",
        "spf=pass smtp.mailfrom=a@ smtp.helo=b.example|smtp.mailfrom=a@ smtp.helo=b.example",
        "dkim=pass header.d= header.i=@b.example|header.d= header.i=@b.example",
        "dkim=pass header.d=b.example, header.s=c|header.d=b.example header.s=c",
        "dkim=pass header.d=b.example, dkim=none|header.d=b.example",
      })
  void valuesAreKeptApart(String statement, String properties) {
    var found = AuthenticationResultsParser.parse("a.example; " + statement);

    assertThat(found.conformance()).isEqualTo(Conformance.LENIENT);
    assertThat(
            found.results().getFirst().properties().stream()
                .map(each -> each.ptype().orElse("") + "." + each.property() + "=" + each.value())
                .collect(Collectors.joining(" ")))
        .isEqualTo(properties);
  }

  @Test
  void quotedValueIsUnquotedAndUnfolded() {
    var found =
        AuthenticationResultsParser.parse(
            "a; dkim=pass reason=\"a \\\"b\\\"\r\n c\" header.b=\"x/y\"");

    assertThat(found.conformance()).isEqualTo(Conformance.STRICT);
    assertThat(found.of("dkim").getFirst().reason()).contains("a \"b\" c");
    assertThat(found.of("dkim").getFirst().value("header", "b")).contains("x/y");
  }

  @Test
  void whatIsLongerThanItsLimitIsNotReadAndSaidSo() {
    var found =
        AuthenticationResultsParser.parse(
            "a; spf=pass" + " x".repeat(AuthenticationResultsParser.MAX_LENGTH));

    assertThat(found.conformance()).isEqualTo(Conformance.UNPARSED);
    assertThat(found.flaws()).extracting(Flaw::kind).containsExactly(Flaw.Kind.TOO_LONG);
  }

  @Test
  void thousandsOfFlawsAreToldAsFifty() {
    var found = AuthenticationResultsParser.parse("a; spf=pass" + " x".repeat(9_000));

    assertThat(found.flaws()).hasSize(50);
  }

  @Property
  void anyTextIsReadWithoutAnException(@ForAll String text) {
    assertThat(AuthenticationResultsParser.parse(text).results()).isNotNull();
    assertThat(AuthenticationResultsParser.parseArc("i=1; a; " + text).instance()).contains(1);
  }

  private static String words(AuthenticationResults found) {
    return found.results().stream()
        .map((MethodResult result) -> result.method() + "=" + result.result())
        .collect(Collectors.joining(" "));
  }
}
