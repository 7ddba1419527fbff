package org.whence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReceivedSpfTest {

  /// RFC 7208, 9.1.
  private static final String EXAMPLE =
      """
      pass (mybox.example.org: domain of
       myname@example.com designates 192.0.2.1 as permitted sender)
          receiver=mybox.example.org; client-ip=192.0.2.1;
          envelope-from="myname@example.com"; helo=foo.example.com;
      """;

  @Test
  void exampleOfTheStandardIsStrict() {
    var found = ReceivedSpf.parse(EXAMPLE);

    assertThat(found.flaws()).isEmpty();
    assertThat(found.conformance()).isEqualTo(Conformance.STRICT);
    assertThat(found.result()).contains("pass");
    assertThat(found.value("client-ip")).contains("192.0.2.1");
    assertThat(found.value("Envelope-From")).contains("myname@example.com");
    assertThat(found.value("helo")).contains("foo.example.com");
    assertThat(found.value("identity")).isEmpty();
    assertThat(found.comments())
        .containsExactly(
            "mybox.example.org: domain of myname@example.com designates 192.0.2.1 as permitted"
                + " sender");
  }

  @Test
  void microsoftAndGoogleAreRead() {
    var microsoft =
        ReceivedSpf.parse(
            "Fail (protection.outlook.com: domain of a.example does not designate 192.0.2.1 as"
                + " permitted sender) receiver=protection.outlook.com; client-ip=192.0.2.1;"
                + " helo=mail.a.example; pr=C");
    var google =
        ReceivedSpf.parse(
            "neutral (google.com: 2001:db8::1 is neither permitted nor denied)"
                + " client-ip=2001:db8::1;");

    assertThat(microsoft.result()).contains("fail");
    assertThat(microsoft.value("pr")).contains("C");
    assertThat(google.conformance()).isEqualTo(Conformance.LENIENT);
    assertThat(google.value("client-ip")).contains("2001:db8::1");
  }

  @ParameterizedTest
  @CsvSource({
    "'pass client-ip=192.0.2.1 helo=a.example', NO_SEMICOLON, 25",
    "'pass envelope-from=a@b.example', BAD_VALUE, 19",
    "'pass helo=;', BAD_VALUE, 10",
    "'pass words here', STRAY_TEXT, 5",
    "'passed client-ip=192.0.2.1', NO_RESULT, 0",
    "'client-ip=192.0.2.1', NO_RESULT, 0",
    "'pass (no end', UNCLOSED, 5",
  })
  void deviationIsToldWithItsPlace(String value, Flaw.Kind kind, int offset) {
    var found = ReceivedSpf.parse(value);

    assertThat(found.conformance()).isEqualTo(Conformance.LENIENT);
    assertThat(found.flaws()).contains(new Flaw(kind, offset));
  }

  /// Haraka writes angle brackets, others a local-part in quotes: neither is a dot-atom.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <a@b.example>   | a@b.example
          "a b"@b.example | "a b"@b.example
          <>              | <>
          "a@b.example"   | a@b.example
          """)
  void senderIsReadHoweverItIsWritten(String written, String sender) {
    var found = ReceivedSpf.parse("pass envelope-from=" + written + "; helo=x;");

    assertThat(found.value("envelope-from")).contains(sender);
    assertThat(found.value("helo")).contains("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no such word", "(pass)"})
  void whatTellsNothingIsUnparsed(String value) {
    assertThat(ReceivedSpf.parse(value).conformance()).isEqualTo(Conformance.UNPARSED);
  }

  @Test
  void whatIsLongerThanItsLimitIsNotRead() {
    var found = ReceivedSpf.parse("pass " + " ".repeat(ReceivedSpf.MAX_LENGTH));

    assertThat(found.flaws()).extracting(Flaw::kind).containsExactly(Flaw.Kind.TOO_LONG);
  }

  @Property
  void anyTextIsReadWithoutAnException(@ForAll String text) {
    assertThat(ReceivedSpf.parse(text).pairs()).isNotNull();
    assertThat(ReceivedSpf.parse("pass a=" + text).result()).contains("pass");
  }
}
