package org.whence.dkim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.chain.Verdict;
import org.whence.mail.Message;

/// Messages that were changed after signing, each in one of the ways that lists, gateways and
/// stores change them; what was done is found, and stays a finding.
final class ExplanationTest {
  private static final String HEADER =
      """
      From: Ann Ax <ann@example.org>
      To: list@lists.example.net
      Subject: Lunch
      Date: Mon, 23 Nov 2026 12:00:00 +0000
      Message-ID: <1@example.org>
      """;

  private static final String BODY =
      """
      Shall we meet at noon?

      From the station it is a short walk.
      .. and back.
      -- \s
      Ann
      """;

  private static final String MESSAGE = HEADER + "\n" + BODY;

  private static SignatureResult check(KeyUse use, String message) throws InterruptedException {
    var zone = Keys.zone("key._domainkey.example.org", Keys.record(use.signer().key()));
    return new DkimVerifier(
            InstantSource.fixed(TestZone.NOW), DkimOptions.defaults().withExplaining(true))
        .check(
            Message.read(message.getBytes(ISO_8859_1)),
            Branch.root(TestZone.of(zone), ChainTopic.QUESTION))
        .signatures()
        .getFirst();
  }

  /// Whose key is published.
  private record KeyUse(Signer signer) {}

  private static Explanation explained(Signer signer, String message, Explanation.Part part)
      throws InterruptedException {
    var result = check(new KeyUse(signer), message);
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    return result.judged().explanations().stream()
        .filter(each -> each.part() == part)
        .findFirst()
        .orElseThrow();
  }

  private static Change body(Signer signer, String message) throws InterruptedException {
    return only(explained(signer, message, Explanation.Part.BODY));
  }

  private static Change header(Signer signer, String message) throws InterruptedException {
    return only(explained(signer, message, Explanation.Part.HEADER));
  }

  private static Change only(Explanation explanation) {
    assertThat(explanation.changes()).hasSize(1);
    return explanation.changes().getFirst();
  }

  private static String crlf(String text) {
    return text.replace("\n", "\r\n");
  }

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Lunch       | [list] Lunch      | SUBJECT_TAG",
        "Lunch       | ***SPAM*** Lunch  | SUBJECT_TAG",
        "Lunch       | EXTERNAL: Lunch   | SUBJECT_TAG",
        "Re: Lunch   | Re: [list] Lunch  | SUBJECT_TAG",
        "Re: Lunch   | [list] Re: Lunch  | SUBJECT_TAG",
        "Lunch       | Re: Lunch         | SUBJECT_TAG",
        "Lunch       | Re: [list] Lunch  | SUBJECT_TAG",
        "=?UTF-8?Q?Gr=C3=BC=C3=9Fe?= | =?utf-8?B?R3LDvMOfZQ==?= | RE_ENCODED",
        "=?UTF-8?Q?Gr=C3=BC=C3=9Fe?= | Gr\u00fc\u00dfe          | RE_ENCODED",
        "Gr\u00fc\u00dfe             | =?UTF-8?B?R3LDvMOfZQ==?= | RE_ENCODED"
      })
  void whatWasDoneToTheSubjectIsFound(String signed, String here, DkimReason reason)
      throws InterruptedException {
    var message = Signer.relaxed().sign(MESSAGE.replace("Lunch", latin1(signed)));
    var changed = message.replace("Subject: " + latin1(signed), "Subject: " + latin1(here));

    var change = header(Signer.relaxed(), changed);
    assertThat(change).isEqualTo(new Change(reason, "Subject", signed, here));
  }

  private static String latin1(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "From: Ann Ax <ann@example.org> | Reply-To: Ann Ax <ann@example.org>\\r\\nFrom: Ann Ax via"
            + " list <list@lists.example.net> | FROM_REWRITTEN",
        "From: Ann Ax <ann@example.org> | Reply-To: ann@example.org\\r\\nFrom: \"Ann Ax via list\""
            + " <list@lists.example.net> | FROM_REWRITTEN",
        "From: Ann Ax <ann@example.org> | X-Original-From: Ann Ax <ann@example.org>\\r\\nFrom:"
            + " list@lists.example.net | RESTORED",
        "From: Ann Ax <ann@example.org> | From: \"Ann Ax\" <ann@example.org> | QUOTES",
        "+0000\\r\\n | GMT\\r\\n | COMMENT",
        "+0000\\r\\n | +0000 (UTC)\\r\\n | COMMENT",
        "Mon, 23 Nov 2026 12:00:00 +0000 | Mon, 23 Nov 2026 17:30:00 +0530 | DATE_REWRITTEN",
        "To: list@lists.example.net | To: <list@lists.example.net> | QUOTES",
        "Message-ID: <1@example.org> | X-Original-Message-ID: <1@example.org>\\r\\nMessage-ID:"
            + " <2@mail.example> | RESTORED"
      })
  void whatWasDoneToAFieldIsFound(String signed, String here, DkimReason reason)
      throws InterruptedException {
    var message = Signer.relaxed().sign(MESSAGE);
    var changed = message.replace(signed.translateEscapes(), here.translateEscapes());
    assertThat(changed).isNotEqualTo(message);

    assertThat(header(Signer.relaxed(), changed).reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "content-type | text/plain; charset=utf-8 | text/plain; charset=\"utf-8\" | PARAMETERS",
        "content-type | text/plain;charset=utf-8  | text/plain; charset=utf-8     | PARAMETERS",
        "content-transfer-encoding | 8bit         | quoted-printable              |"
            + " TRANSFER_ENCODING",
        "mime-version | 1.0                       | 1.0 (produced by x)           | COMMENT"
      })
  void whatWasDoneToFieldsOfMimeIsFound(String name, String signed, String here, DkimReason reason)
      throws InterruptedException {
    var signer = Signer.relaxed().signing("from:" + name);
    var message = signer.sign(name + ": " + signed + "\n" + MESSAGE);

    var change = header(signer, message.replace(": " + signed, ": " + here));
    assertThat(change).isEqualTo(new Change(reason, name, signed, here));
  }

  @Test
  void fieldThatWasAddedIsFound() throws InterruptedException {
    var signer = Signer.relaxed().signing("from:from:subject:reply-to");
    var message = signer.sign(MESSAGE);

    assertThat(header(signer, "Reply-To: x@example.com\r\n" + message))
        .isEqualTo(new Change(DkimReason.FIELD_ADDED, "Reply-To", "", "x@example.com"));
    assertThat(header(signer, "From: x@example.com\r\n" + message).here())
        .isEqualTo("x@example.com");
  }

  @Test
  void copyOfTheSignerIsUsed() throws InterruptedException {
    var signer =
        Signer.relaxed().tagged(Signer.TAGS + "; z=To:=20list@lists.example.net|Subject:=20Lunch");
    var changed =
        signer.sign(MESSAGE).replace("Subject: Lunch", "Subject: Something else entirely");

    assertThat(header(signer, changed))
        .isEqualTo(
            new Change(DkimReason.COPY_DIFFERS, "Subject", "Lunch", "Something else entirely"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'Subject: a long\\n one' | 'Subject: a long one'      | REFOLDED",
        "'Subject: a long\\n one' | 'Subject: a long\\n\\tone' | REFOLDED",
        "'Subject: a long one'    | 'Subject:  a long one'     | WHITE_SPACE",
        "'Subject: a'             | 'Subject: a '              | WHITE_SPACE",
        "'Subject: a'             | 'SUBJECT: a'               | FIELD_NAME"
      })
  void whatOnlyTheSimpleFormMindsIsFound(String signed, String here, DkimReason reason)
      throws InterruptedException {
    var before = crlf(signed.translateEscapes());
    var message = Signer.simple().sign(MESSAGE.replace("Subject: Lunch", before));
    var changed = message.replace(before, crlf(here.translateEscapes()));
    assertThat(changed).isNotEqualTo(message);

    assertThat(header(Signer.simple(), changed).reason()).isEqualTo(reason);
  }

  @Test
  void signatureThatWasFoldedAnewIsFound() throws InterruptedException {
    var changed = Signer.simple().sign(MESSAGE).replace(";\r\n b=", ";\r\n\tb=");

    var change = header(Signer.simple(), changed);
    assertThat(change.reason()).isEqualTo(DkimReason.REFOLDED);
    assertThat(change.where()).isEqualTo("DKIM-Signature");
  }

  @Test
  void whatListsDoTogetherIsFoundTogether() throws InterruptedException {
    var changed =
        Signer.relaxed()
            .sign(MESSAGE)
            .replace("Subject: Lunch", "Subject: [list] Lunch")
            .replace(
                "From: Ann Ax <ann@example.org>",
                "Reply-To: Ann Ax <ann@example.org>\r\nFrom: Ann via list <list@x.example>");

    var explanation = explained(Signer.relaxed(), changed + "__\r\n", Explanation.Part.HEADER);
    assertThat(explanation.changes())
        .extracting(Change::reason)
        .containsExactly(DkimReason.FROM_REWRITTEN, DkimReason.SUBJECT_TAG);
    assertThat(body(Signer.relaxed(), changed + "__\r\n").reason())
        .isEqualTo(DkimReason.FOOTER_ADDED);
  }

  /// The hash inside an RSA signature tells whether the key made it at all.
  @Test
  void signatureOfAnotherKeyIsToldAsSuch() throws InterruptedException {
    var other = Signer.relaxed().with(Keys.rsa(1024), SignatureAlgorithm.RSA_SHA256);
    var result = check(new KeyUse(other), Signer.relaxed().sign(MESSAGE));

    assertThat(result.judged().explanations())
        .extracting(Explanation::reason)
        .containsExactly(DkimReason.OTHER_KEY);
  }

  @Test
  void ed25519IsStudiedToo() throws InterruptedException {
    var signer = Signer.relaxed().with(Keys.ed25519(), SignatureAlgorithm.ED25519_SHA256);
    var changed = signer.sign(MESSAGE).replace("Subject: Lunch", "Subject: [list] Lunch");

    assertThat(header(signer, changed).reason()).isEqualTo(DkimReason.SUBJECT_TAG);
  }

  @Test
  void whatCannotBeExplainedIsSaidAndBounded() throws InterruptedException {
    var many = "X-A: 1\n".repeat(200) + MESSAGE;
    var signer = Signer.relaxed().signing("from:subject" + ":x-a".repeat(200));
    var changed = signer.sign(many).replace("Lunch", "Dinner").replace("noon", "nine");
    var result = check(new KeyUse(signer), changed);

    assertThat(result.judged().explanations())
        .extracting(Explanation::reason)
        .containsExactly(DkimReason.UNEXPLAINED, DkimReason.UNEXPLAINED);
    assertThat(result.judged().explanations())
        .allSatisfy(each -> assertThat(each.tried()).isBetween(1, HeaderTrial.MOST));
  }

  @Test
  void whatWasFoundStandsInTheTreeAndChangesNoVerdict() throws InterruptedException {
    var changed = Signer.relaxed().sign(MESSAGE).replace("Subject: Lunch", "Subject: [list] Lunch");
    var result = check(new KeyUse(Signer.relaxed()), changed);

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.judged().headerHash()).isEqualTo(HashCheck.BAD);
    assertThat(result.step().all().filter(step -> step.topic() == DkimTopic.CHANGE))
        .singleElement()
        .satisfies(step -> {
          var outcome = step.outcome().orElseThrow();
          assertThat(outcome.verdict()).isEqualTo(Verdict.NONE);
          assertThat(outcome.reason()).isEqualTo(DkimReason.SUBJECT_TAG);
        });
  }

  @Test
  void nothingIsLookedForUnlessWanted() throws InterruptedException {
    var changed = Signer.relaxed().sign(MESSAGE).replace("Lunch", "[x] Lunch");
    var result = DkimVerifierTest.only(DkimVerifierTest.zone(), changed);

    assertThat(result.judged().explanations()).isEmpty();
    assertThat(result.step().all()).noneMatch(step -> step.topic() == DkimTopic.STUDY);
  }
}
