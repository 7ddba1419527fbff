package org.whence.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whence.dkim.Explained.BODY;
import static org.whence.dkim.Explained.HEADER;
import static org.whence.dkim.Explained.MESSAGE;
import static org.whence.dkim.Explained.body;
import static org.whence.dkim.Explained.crlf;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What was done to bodies after signing is found.
final class BodyExplanationTest {
  static Stream<Arguments> bodies() {
    return Stream.of(
        Arguments.of(BODY, BODY + "____\nlist mailing list\n", DkimReason.FOOTER_ADDED),
        Arguments.of(BODY, "CAUTION: external\n\n" + BODY, DkimReason.BANNER_ADDED),
        Arguments.of(BODY, BODY.replace("From the", ">From the"), DkimReason.QUOTED_FROM),
        Arguments.of(BODY, BODY.replace(".. and", ". and"), DkimReason.DOTS),
        Arguments.of("a\n. b\n", "a\n.. b\n", DkimReason.DOTS),
        Arguments.of("a\n\u00c3\u00a4\n", "a\n\u00e4\n", DkimReason.CHARSET),
        Arguments.of("a\n\u00e4\n", "a\n\u00c3\u00a4\n", DkimReason.CHARSET),
        Arguments.of(
            "x".repeat(2000) + "\n",
            "x".repeat(990) + "!\n " + "x".repeat(1010) + "\n",
            DkimReason.LONG_LINES),
        Arguments.of("", BODY, DkimReason.EMPTY_BODY));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void whatWasDoneToTheBodyIsFound(String signed, String here, DkimReason reason)
      throws InterruptedException {
    for (var signer : List.of(Signer.relaxed(), Signer.simple())) {
      var message = signer.sign(HEADER + "\n" + signed);
      var start = message.indexOf("\r\n\r\n") + 4;

      var change = body(signer, message.substring(0, start) + crlf(here));

      assertThat(change.reason()).isEqualTo(reason);
      assertThat(change.where()).isEqualTo("body");
    }
  }

  @Test
  void footerIsShownAsItIs() throws InterruptedException {
    var signed = Signer.relaxed().sign(MESSAGE);
    var change = body(Signer.relaxed(), signed + "____\r\nsee https://lists.example.net\r\n");

    assertThat(change.signed()).isEmpty();
    assertThat(change.here()).isEqualTo("____\r\nsee https://lists.example.net\r\n");
  }

  @Test
  void blanksAtTheEndsOfLinesMatterToSimpleAlone() throws InterruptedException {
    var text = "a\n-- \nAnn\n";
    var message = Signer.simple().sign(HEADER + "\n" + text).replace("-- \r\n", "--\r\n");

    assertThat(body(Signer.simple(), message).reason()).isEqualTo(DkimReason.LINE_BLANKS);
  }

  @ParameterizedTest
  @CsvSource({"'\\r\\r\\n'", "'\\r'"})
  void lineEndsAreFound(String lineEnd) throws InterruptedException {
    var message = Signer.simple().sign(MESSAGE);
    var start = message.indexOf("\r\n\r\n") + 4;
    var here =
        message.substring(0, start)
            + message.substring(start).replace("\r\n", lineEnd.translateEscapes());

    assertThat(body(Signer.simple(), here).reason()).isEqualTo(DkimReason.LINE_ENDS);
  }

  @Test
  void otherCanonicalizationThanSaidIsFound() throws InterruptedException {
    var relaxed = Signer.simple().with(Canonicalization.SIMPLE, Canonicalization.RELAXED);
    var message = relaxed.sign(HEADER + "\na  b\n").replace("c=simple/relaxed", "c=simple/simple");

    var change = body(relaxed, message);
    assertThat(change)
        .isEqualTo(new Change(DkimReason.OTHER_CANONICALIZATION, "c", "relaxed", "simple"));
  }

  @Test
  void encodedBodyIsDecodedAndTried() throws InterruptedException {
    var text = "Gr\u00fc\u00dfe\n";
    var message = Signer.relaxed().sign(HEADER + "\n" + text);
    var here =
        message
            .replace(crlf(text), "Gr=FC=DFe\r\n")
            .replace("From:", "Content-Transfer-Encoding: quoted-printable\r\nFrom:");

    assertThat(body(Signer.relaxed(), here).reason()).isEqualTo(DkimReason.TRANSFER_ENCODED);
  }

  private static final String PARTS =
      """
      --b
      Content-Type: text/plain

      Hello
      --b
      Content-Type: text/html

      <p>Hello</p>
      --b--
      """;

  @Test
  void bodyThatWasWrappedIsFound() throws InterruptedException {
    var message = Signer.relaxed().sign(MESSAGE);
    var start = message.indexOf("\r\n\r\n") + 4;
    var wrapped =
        "--b\r\nContent-Type: text/plain\r\n\r\n"
            + message.substring(start)
            + crlf("--b\nContent-Type: text/plain\n\nlist footer\n--b--\n");
    var here =
        "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n"
            + message.substring(0, start)
            + wrapped;

    var change = body(Signer.relaxed(), here);
    assertThat(change.reason()).isEqualTo(DkimReason.WRAPPED);
    assertThat(change.where()).isEqualTo("1.1");
    assertThat(change.here()).contains("list footer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'--b--\\n'            | '--b\\n\\nlist footer\\n--b--\\n' | PART_ADDED | 1.3",
        "'--b\\nContent-Type: text/plain' | '--b\\n\\nnew\\n--b\\nContent-Type: text/plain' |"
            + " PART_ADDED | 1.1",
        "'Hello\\n--b'         | 'Hello\\n____\\nfooter\\n--b'     | FOOTER_ADDED | 1.1",
        "'\\nHello'            | '\\n[External]\\nHello'            | BANNER_ADDED | 1.1"
      })
  void whatWasDoneToThePartsIsFound(String signed, String here, DkimReason reason, String part)
      throws InterruptedException {
    var header =
        "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n" + HEADER + "\n";
    var message = Signer.relaxed().sign(header + PARTS);
    var changed = message.replace(crlf(signed.translateEscapes()), crlf(here.translateEscapes()));
    assertThat(changed).isNotEqualTo(message);

    var change = body(Signer.relaxed(), changed);
    assertThat(change.reason()).isEqualTo(reason);
    assertThat(change.where()).isEqualTo(part);
  }
}
