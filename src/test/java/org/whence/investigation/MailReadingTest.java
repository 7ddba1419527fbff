package org.whence.investigation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.whence.investigation.Repair.Kind.BYTE_ORDER_MARK;
import static org.whence.investigation.Repair.Kind.DEFANGED;
import static org.whence.investigation.Repair.Kind.INDENTED;
import static org.whence.investigation.Repair.Kind.INVISIBLE;
import static org.whence.investigation.Repair.Kind.LEADING_TEXT;
import static org.whence.investigation.Repair.Kind.LOST_FOLDING;
import static org.whence.investigation.Repair.Kind.QUOTED;
import static org.whence.investigation.Repair.Kind.SMART_QUOTE;
import static org.whence.investigation.Repair.Kind.SPACE;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.mail.HeaderField;

final class MailReadingTest {
  private static final String HEADER =
      """
      Return-Path: <ann@example.org>
      Received: from mail.example.org (mail.example.org [192.0.2.1])
      \tby mx.example.com (Postfix) with ESMTPS id 4F2A
      \tfor <bob@example.com>; Mon, 23 Nov 2026 10:00:00 +0000 (UTC)
      From: Ann <ann@example.org>
      Subject: a \u201Cquoted\u201D subject
      """;

  private static final String MAIL = HEADER + "\nHello\u00A0Bob,\n> quoted\n192.0.2.9\n";

  private static final String RECEIVED =
      "from mail.example.org (mail.example.org [192.0.2.1])\tby mx.example.com (Postfix) with"
          + " ESMTPS id 4F2A\tfor <bob@example.com>; Mon, 23 Nov 2026 10:00:00 +0000 (UTC)";

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", "\r\r\n"})
  void wholeMailIsReadAsItCame(String lineEnd) {
    var octets = MAIL.replace("\n", lineEnd).getBytes(UTF_8);
    var input = InputReader.read(Source.PASTED, octets);
    var mail = mail(input);

    assertThat(mail.headersOnly()).isFalse();
    assertThat(input.repairs()).isEmpty();
    assertThat(input.problems()).isEmpty();
    assertThat(mail.message().slice(0, mail.message().end())).isEqualTo(ByteBuffer.wrap(octets));
    assertThat(received(mail)).isEqualTo(RECEIVED);
  }

  @Test
  void lineOfAnMboxAloneIsNoMail() {
    var line = "From 192.0.2.1192.0.2.1192.0.2.1192.0.2.1192.0.2.1192.0.2.1 From  Received: from ";

    assertThat(InputReader.pasted(line).recognised()).isNotInstanceOf(Recognised.Mail.class);
  }

  @Test
  void headerAloneIsSaidToBe() {
    var mail = mail(InputReader.pasted(HEADER));

    assertThat(mail.headersOnly()).isTrue();
    assertThat(mail.message().fields()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Received: from a.example (a.example [192.0.2.1]) by b.example; date",
        "Received:\n from a.example by b.example; date",
        "received: by 192.0.2.1 with SMTP id x; date",
        "Subject: hello\nMessage-ID: <x@example.org>",
        "From: ann@example.org\nDate: Mon, 23 Nov 2026 10:00:00 +0000",
        "\n\nFrom: ann@example.org\nTo: bob@example.com\n\nHi",
        "From ann@example.org Mon Nov 23 10:00:00 2026\nSubject: x\nDate: y",
        "Authentication-Results: mx.example; iprev=pass policy.iprev=192.0.2.1",
        "Content-Type: text/plain\n\nbody",
        "X-Odd: 1\nX-Odder: 2\nSubject: x\nDate: y",
      })
  void fewFieldsAreAHeader(String text) {
    var input = InputReader.pasted(text);

    assertThat(mail(input).message().fields()).isNotEmpty();
    assertThat(input.repairs()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From: 192.0.2.1\nTo: 192.0.2.2",
        "Date: today\n192.0.2.1",
        "Note: 192.0.2.1\nAlso: 192.0.2.2",
        "Received: 192.0.2.1",
        "X-Originating-IP: [192.0.2.1]",
        "We saw these\nFrom: ann@example.org\nSubject: x\n192.0.2.1",
      })
  void notesWithColonsAreNoHeader(String text) {
    assertThat(InputReader.pasted(text).recognised()).isInstanceOf(Recognised.Addresses.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From: Ann\nSubject: x\n\nseen at 192.0.2.1",
        "Subject: x\n\nHi",
        "\nFrom: ann@example.org\n\nHi",
        "To: undisclosed recipients\nX-Odd: 1\n\nHi",
      })
  void oneFieldIsEnoughInAFileThatIsCalledAMail(String text) {
    assertThat(mail(file("a.EML", text)).message().fields()).isNotEmpty();
    assertThat(file("a.txt", text).recognised()).isNotInstanceOf(Recognised.Mail.class);
    assertThat(InputReader.pasted(text).recognised()).isNotInstanceOf(Recognised.Mail.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.1\n192.0.2.2",
        "Note: 192.0.2.1",
        "Hello,\nFrom: ann@example.org",
        "From: Ann\nSent: Monday\nTo: Bob\n\nHi",
      })
  void fileThatIsOnlyCalledAMailIsNone(String text) {
    assertThat(file("a.eml", text).recognised()).isNotInstanceOf(Recognised.Mail.class);
  }

  private static Input file(String name, String text) {
    return InputReader.read(Source.file(Path.of(name)), text.getBytes(StandardCharsets.UTF_8));
  }

  /// How a mail may come out of a clipboard, and what is said of it.
  record Mangled(String how, String text, List<Repair.Kind> repairs) {}

  static List<Mangled> mangled() {
    return List.of(
        new Mangled("quoted", MAIL.replaceAll("(?m)^", "> "), List.of(QUOTED)),
        new Mangled("quoted without blank", MAIL.replaceAll("(?m)^", ">"), List.of(QUOTED)),
        new Mangled("quoted with bars", MAIL.replaceAll("(?m)^", "| "), List.of(QUOTED)),
        new Mangled("quoted twice", MAIL.replaceAll("(?m)^", "> > "), List.of(QUOTED)),
        new Mangled("quoted twice, tight", MAIL.replaceAll("(?m)^", ">> "), List.of(QUOTED)),
        new Mangled(
            "quoted with CRLF",
            MAIL.replaceAll("(?m)^", "> ").replace("\n", "\r\n"),
            List.of(QUOTED)),
        new Mangled(
            "quoted below an answer",
            "Look at this:\n\n" + MAIL.replaceAll("(?m)^", "> "),
            List.of(QUOTED, LEADING_TEXT)),
        new Mangled("below a note", "Look at this:\n\n" + MAIL, List.of(LEADING_TEXT)),
        new Mangled("right below a note", "Look at this\n" + MAIL, List.of(LEADING_TEXT)),
        new Mangled("indented", MAIL.replaceAll("(?m)^(?=.)", "    "), List.of(INDENTED)),
        new Mangled("with a mark", "\uFEFF" + MAIL, List.of(BYTE_ORDER_MARK)),
        new Mangled("folds lost", MAIL.replace("\t", ""), List.of(LOST_FOLDING)),
        new Mangled("folds of no-break spaces", MAIL.replace("\t", "\u00A0"), List.of(SPACE)),
        new Mangled("no-break spaces", MAIL.replace("from mail", "from\u00A0mail"), List.of(SPACE)),
        new Mangled("zero width", MAIL.replace("(Post", "(\u200BPost"), List.of(INVISIBLE)),
        new Mangled(
            "smart quotes",
            MAIL.replace("<ann@example.org>\nRec", "\u201Cann\u201D\nRec"),
            List.of(SMART_QUOTE)),
        new Mangled(
            "defanged",
            MAIL.replace("mail.example.org", "mail[.]example[.]org")
                .replace("192.0.2.1", "192[.]0[.]2[.]1"),
            List.of(DEFANGED)),
        new Mangled(
            "defanged, quoted",
            MAIL.replace("192.0.2.1", "192(.)0(.)2(.)1").replaceAll("(?m)^", "> "),
            List.of(QUOTED, DEFANGED)));
  }

  @ParameterizedTest
  @MethodSource("mangled")
  void isPutRightAndSaidSo(Mangled mangled) {
    var input = InputReader.pasted(mangled.text());
    var mail = mail(input);

    assertThat(input.repairs()).extracting(Repair::kind).isEqualTo(mangled.repairs());
    assertThat(received(mail).replaceAll("\\s+", " ")).isEqualTo(RECEIVED.replaceAll("\\s+", " "));
    assertThat(mail.message().fields()).filteredOn(HeaderField::named).hasSize(4);
    assertThat(mail.message().subject()).contains("a \u201Cquoted\u201D subject");
    assertThat(UTF_8.decode(mail.message().body()).toString())
        .isEqualToNormalizingNewlines("Hello\u00A0Bob,\n> quoted\n192.0.2.9\n");
    assertThat(UTF_8.decode(input.original()).toString()).isEqualTo(mangled.text());
  }

  @Test
  void repairsKnowWhereTheyBegan() {
    var input = InputReader.pasted("A note\n\n" + MAIL.replace("\tfor", "for"));

    assertThat(input.repairs())
        .containsExactly(
            new Repair(LEADING_TEXT, 1, new Place(1, 1)),
            new Repair(LOST_FOLDING, 1, new Place(6, 1)));
  }

  @Test
  void utf16IsRead() {
    for (var charset : List.of(UTF_16, UTF_16LE)) {
      var text = charset.equals(UTF_16) ? MAIL : "\uFEFF" + MAIL;
      var input = InputReader.read(Source.PASTED, text.getBytes(charset));

      assertThat(input.repairs())
          .containsExactly(new Repair(Repair.Kind.UTF_16, 1, new Place(1, 1)));
      assertThat(received(mail(input))).isEqualTo(RECEIVED);
      assertThat(input.text()).isEqualTo(MAIL);
    }
  }

  @Test
  void utf16OfAListIsRead() {
    var input = InputReader.read(Source.PASTED, "192.0.2.1\r\n192.0.2.2".getBytes(UTF_16));

    assertThat(input.recognised()).isInstanceOf(Recognised.Addresses.class);
    assertThat(input.repairs()).extracting(Repair::kind).containsExactly(Repair.Kind.UTF_16);
  }

  @Test
  void octetsOfAnyCharsetSurviveARepair() {
    var body = "\nGr\u00FC\u00DFe\n";
    var text = (HEADER.replaceAll("[\u201C\u201D]", "") + body).replaceAll("(?m)^", "> ");
    var message = mail(InputReader.read(Source.PASTED, text.getBytes(ISO_8859_1))).message();

    assertThat(decoded(message.body(), ISO_8859_1)).isEqualTo("Gr\u00FC\u00DFe\n");
  }

  @Test
  void whatPeopleWroteIsNotTouched() {
    var text = "Received: from a by b; x\nSubject: 1[.]2 \u201Cx\u201D\u00A0y\nno field\n\n1[.]2";
    var input = InputReader.pasted(text);

    assertThat(input.repairs()).isEmpty();
    assertThat(mail(input).message().subject()).contains("1[.]2 \u201Cx\u201D\u00A0y");
  }

  @Test
  void mailWithBinaryBodyIsAMail() {
    var octets = (HEADER + "\n").concat("\0\1\2\3".repeat(5000)).getBytes(UTF_8);

    assertThat(mail(InputReader.read(Source.PASTED, octets)).headersOnly()).isFalse();
  }

  @Test
  void otherMessagesOfAnMboxAreCounted() {
    var one = "From ann@example.org Mon Nov 23 10:00:00 2026\n" + MAIL + "\n";

    assertThat(InputReader.pasted(one).problems()).isEmpty();
    assertThat(InputReader.pasted(one.repeat(3)).problems())
        .containsExactly(Problem.of(Problem.Kind.SEVERAL_MESSAGES, new Place(1, 1), "", 2));
  }

  private static String decoded(ByteBuffer octets, Charset charset) {
    return charset.decode(octets).toString();
  }

  private static Recognised.Mail mail(Input input) {
    assertThat(input.recognised()).isInstanceOf(Recognised.Mail.class);
    return (Recognised.Mail) input.recognised();
  }

  private static String received(Recognised.Mail mail) {
    return mail.message().first("Received").orElseThrow().value();
  }
}
