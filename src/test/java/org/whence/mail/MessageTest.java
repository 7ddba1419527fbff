package org.whence.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.Suites;

final class MessageTest {

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", "\r\r\n"})
  void anyLineEndGivesTheSameFields(String lineEnd) {
    var message = message("A: 1\n two\nB:\nC : 3\n\nbody\n".replace("\n", lineEnd));

    assertThat(message.fields()).extracting(HeaderField::name).containsExactly("A", "B", "C");
    assertThat(message.fields()).extracting(HeaderField::value).containsExactly("1 two", "", "3");
    assertThat(message.fields()).extracting(HeaderField::line).containsExactly(1, 3, 4);
    assertThat(UTF_8.decode(message.body()).toString()).isEqualTo("body" + lineEnd);
    assertThat(message.defects()).isEmpty();
  }

  @Test
  void fieldKnowsItsPlaceInTheSource() {
    var source = "X: 1\r\nSubject : a\r\n b\r\n\r\n";
    var field = message(source).first("subject").orElseThrow();

    assertThat(source.substring(field.start(), field.end())).isEqualTo("Subject : a\r\n b\r\n");
    assertThat(source.substring(field.start(), field.nameEnd())).isEqualTo("Subject");
    assertThat(source.substring(field.valueStart(), field.end())).isEqualTo(" a\r\n b\r\n");
    assertThat(field.raw()).isEqualTo("Subject : a\r\n b\r\n".getBytes(UTF_8));
    assertThat(field.text()).isEqualTo("Subject : a\r\n b\r\n");
  }

  @Test
  void namesAreFoundInAnyCaseAndKeptAsWritten() {
    var message = message("received: 1\nReceived: 2\nRECEIVED: 3\n\n");

    assertThat(message.all("Received"))
        .extracting(HeaderField::value)
        .containsExactly("1", "2", "3");
    assertThat(message.first("Received").orElseThrow().name()).isEqualTo("received");
    assertThat(message.first("Receive")).isEmpty();
  }

  @Test
  void mboxLineAndBlankLinesBeforeTheHeaderAreNoted() {
    var message = message("From a@example.org Thu Jan  1 00:00:00 2026\n\n\nA: 1\n\nbody");

    assertThat(message.fields()).extracting(HeaderField::line).containsExactly(4);
    assertThat(message.defects())
        .containsExactly(
            new Defect(Defect.Kind.MBOX_LINE, 0, 1),
            new Defect(Defect.Kind.LEADING_BLANK_LINE, 44, 2));
  }

  @Test
  void blankLinesBeforeTheMboxLineArePassedOver() {
    var message = message("\r\nFrom a@example.org\nA: 1\n\nbody");

    assertThat(message.fields()).extracting(HeaderField::line).containsExactly(3);
    assertThat(message.defects())
        .extracting(Defect::kind)
        .containsExactly(
            Defect.Kind.LEADING_BLANK_LINE, Defect.Kind.MBOX_LINE, Defect.Kind.MIXED_LINE_ENDS);
  }

  /// RFC 5322, 4.5. Programs show it as the author, so it must not be passed over.
  @Test
  void fromWithABlankBeforeItsColonIsAField() {
    var message = message("From : a@example.org\nSubject: x\n\nbody\n");

    assertThat(message.first("From").orElseThrow().value()).isEqualTo("a@example.org");
    assertThat(message.authors().domains()).containsExactly("example.org");
    assertThat(message.defects()).isEmpty();
  }

  @Test
  void emptyLineWithoutAFieldAfterItIsAnEmptyHeader() {
    var message = message("\nHello there\n");

    assertThat(message.fields()).isEmpty();
    assertThat(message.bodyStart()).isEqualTo(1);
    assertThat(message.defects()).isEmpty();
  }

  @Test
  void lineThatIsNoFieldIsKeptWithoutAName() {
    var message = message("A: 1\nno field: here\nB: 2\n\n");

    assertThat(message.fields()).extracting(HeaderField::name).containsExactly("A", "", "B");
    assertThat(message.fields().get(1).named()).isFalse();
    assertThat(message.fields().get(1).value()).isEqualTo("no field: here");
    assertThat(message.defects()).containsExactly(new Defect(Defect.Kind.NOT_A_FIELD, 5, 2));
  }

  @Test
  void mixedLineEndsAreNotedOnce() {
    assertThat(message("A: 1\r\nB: 2\nC: 3\r\nD: 4\n\n").defects())
        .containsExactly(new Defect(Defect.Kind.MIXED_LINE_ENDS, 10, 2));
  }

  @Test
  void headerWithoutBodyIsNoted() {
    var message = message("A: 1");

    assertThat(message.fields()).extracting(HeaderField::value).containsExactly("1");
    assertThat(message.bodyStart()).isEqualTo(message.end()).isEqualTo(4);
    assertThat(message.defects()).containsExactly(new Defect(Defect.Kind.NO_BODY, 4, 1));
  }

  @Test
  void valueIsUtf8WhereValidAndLatin1Otherwise() {
    assertThat(message("A: für\n\n").fields().getFirst().value()).isEqualTo("für");
    assertThat(Message.read("A: für\n\n".getBytes(ISO_8859_1)).fields().getFirst().value())
        .isEqualTo("für");
  }

  @Test
  void fieldsBeyondTheLimitAreSaidAndTheBodyStillFound() {
    var message = message("A: 1\n".repeat(Message.MAX_FIELDS + 5) + "\nbody");

    assertThat(message.fields()).hasSize(Message.MAX_FIELDS);
    assertThat(message.defects())
        .containsExactly(
            new Defect(
                Defect.Kind.TOO_MANY_FIELDS, 5 * Message.MAX_FIELDS, Message.MAX_FIELDS + 1));
    assertThat(UTF_8.decode(message.body()).toString()).isEqualTo("body");
  }

  @Test
  void octetsBeyondTheLimitAreSaidAndNotRead() {
    var source = new byte[Message.MAX_SIZE + 3];
    Arrays.fill(source, (byte) '\r');
    System.arraycopy("A: 1\r\r".getBytes(UTF_8), 0, source, 0, 6);
    var message = Message.read(source);

    assertThat(message.fields()).extracting(HeaderField::value).containsExactly("1");
    assertThat(message.end()).isEqualTo(Message.MAX_SIZE);
    assertThat(message.body().remaining()).isEqualTo(Message.MAX_SIZE - 6);
    assertThat(message.defects()).extracting(Defect::kind).containsExactly(Defect.Kind.TOO_LARGE);
  }

  @Test
  void subjectAndFromAreDecoded() {
    var message =
        message("From: =?iso-8859-1?q?J=F6rg?= <j@example.org>\nSubject: =?utf-8?B?w7Y=?=\n\n");

    assertThat(message.from()).contains("Jörg <j@example.org>");
    assertThat(message.subject()).contains("ö");
    assertThat(message("\n").subject()).isEmpty();
  }

  @Property
  void anyOctetsAreReadAndFieldsTileTheHeader(@ForAll("sources") byte[] source) throws IOException {
    var message = Message.read(source);
    var header = new ByteArrayOutputStream();
    var at = message.headerStart();
    for (var field : message.fields()) {
      assertThat(field.start()).isEqualTo(at);
      assertThat(field.nameEnd()).isBetween(field.start(), field.valueStart());
      assertThat(field.valueStart()).isBetween(field.nameEnd(), field.end());
      assertThat(field.value()).doesNotContain("\r", "\n");
      header.write(field.raw());
      at = field.end();
    }
    assertThat(header.toByteArray())
        .isEqualTo(Arrays.copyOfRange(source, message.headerStart(), at));
    assertThat(message.bodyStart()).isBetween(at, Math.min(at + 3, source.length));
    assertThat(message.subject()).isNotNull();
  }

  @Provide
  Arbitrary<byte[]> sources() {
    var pieces =
        Arbitraries.of(
            "A",
            ":",
            " ",
            "\t",
            "\n",
            "\r",
            "\r\n",
            "From ",
            "Subject: ",
            "=?utf-8?q?=C3?=",
            "x",
            "\u00e9",
            "\0");
    var likely =
        pieces.list().ofMaxSize(60).map(list -> String.join("", list).getBytes(ISO_8859_1));
    return Arbitraries.oneOf(likely, Arbitraries.bytes().array(byte[].class).ofMaxSize(80));
  }

  /// One message with LF, CRLF and bare CR is one message.
  @TestFactory
  Stream<DynamicTest> lineEndsMakeNoDifferenceInRealMessages() {
    var groups =
        Suites.cases("mail/sisimai.json").stream()
            .filter(entry -> entry.has("group"))
            .collect(Collectors.groupingBy(entry -> entry.text("group").orElseThrow()));
    return groups.entrySet().stream()
        .map(group ->
            DynamicTest.dynamicTest(
                group.getKey(),
                () ->
                    assertThat(group.getValue().stream().map(MessageTest::fieldsOf).distinct())
                        .hasSize(1)));
  }

  private static List<String> fieldsOf(Suites.Case entry) {
    var file = Suites.file("mail/" + entry.text("file").orElseThrow());
    try {
      return Message.read(Files.readAllBytes(file)).fields().stream()
          .map(field -> field.name() + ": " + field.value())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Message message(String text) {
    return Message.read(text.getBytes(UTF_8));
  }
}
