package org.whence.dkim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.whence.dkim.Explained.MESSAGE;
import static org.whence.dkim.Explained.crlf;
import static org.whence.dkim.Explained.header;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What was done to header fields after signing is found.
final class HeaderExplanationTest {
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
}
