package org.whence.mail.container;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.mail.Message;
import org.whence.mail.mime.Entity;
import org.whence.mail.mime.MimeReader;

final class ContainerReaderTest {
  private static final String MAIL = "Subject: x\r\n\r\nbody\r\n";

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void mailboxHasItsMessagesWithoutSeparators(String lineEnd) {
    var mbox =
        read(
            """
            From a@example Mon Jan  1 00:00:00 2026
            Subject: one

            text

            From b@example Mon Jan  1 00:00:00 2026
            Subject: two

            From here on, no separator
            >From quoted
            >>From quoted twice

            From nobody: this is no separator either

            """
                .replace("\n", lineEnd));

    assertThat(mbox.kind()).isEqualTo(Container.Kind.MBOX);
    assertThat(texts(mbox))
        .containsExactly(
            "Subject: one\n\ntext\n".replace("\n", lineEnd),
            """
            Subject: two

            From here on, no separator
            From quoted
            >From quoted twice

            From nobody: this is no separator either
            """
                .replace("\n", lineEnd));
    assertThat(mbox.members()).extracting(Member::name).containsExactly("1", "2");
    assertThat(mbox.members()).extracting(Member::unquoted).containsExactly(0, 2);
  }

  @Test
  void fieldWithABlankBeforeItsColonMakesNoMailbox() {
    assertThat(ContainerReader.kind("From : a@example.org\nA: 1\n\nbody\n".getBytes(UTF_8)))
        .isEmpty();
  }

  @Test
  void mailboxBehindAByteOrderMarkIsOne() {
    var mbox = read("\uFEFFFrom x\nA: 1\n\none\n\nFrom y\nB: 2\n\ntwo\n");

    assertThat(texts(mbox)).containsExactly("A: 1\n\none\n", "B: 2\n\ntwo\n");
  }

  @Test
  void mailboxHasALimitOfMessages() {
    var mbox = read("From x\nA: 1\n\n".repeat(Limits.MAX_MEMBERS + 2));

    assertThat(mbox.members()).hasSize(Limits.MAX_MEMBERS);
    assertThat(kinds(mbox)).containsExactly(Omission.Kind.TOO_MANY_MEMBERS);
  }

  @Test
  void mailOfAppleMailIsTheOctetsThatItCounts() {
    var emlx = read(Samples.emlx(MAIL));

    assertThat(emlx.kind()).isEqualTo(Container.Kind.EMLX);
    assertThat(texts(emlx)).containsExactly(MAIL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12\n13\n", "5\nA: 1", "", "1", "192.0.2.1\n", "99999999999\nx", "-1\nx"})
  void listOfNumbersIsNoMailOfAppleMail(String text) {
    assertThat(ContainerReader.kind(text.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void archiveHasItsFilesInTheirOrder() throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("b/../../x.eml", MAIL.getBytes(UTF_8));
    files.put("a.txt", "y".getBytes(UTF_8));
    var zip = read(Samples.zip(files));

    assertThat(zip.kind()).isEqualTo(Container.Kind.ZIP);
    assertThat(zip.members()).extracting(Member::name).containsExactly("b/../../x.eml", "a.txt");
    assertThat(texts(zip)).containsExactly(MAIL, "y");
    assertThat(zip.omissions()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = EncryptionMethod.class,
      names = {"ZIP_STANDARD", "AES"})
  void archiveOpensByTheUsualPasswordOrByOneThatSomebodyKnows(EncryptionMethod method)
      throws IOException {
    var files = Map.of("x.eml", MAIL.getBytes(UTF_8));
    var usual = Samples.zip(files, method, Passwords.USUAL);
    var other = Samples.zip(files, method, "s3cret");

    assertThat(texts(read(usual))).containsExactly(MAIL);
    assertThat(kinds(read(other))).containsExactly(Omission.Kind.PASSWORD_NEEDED);
    var passwords =
        Passwords.of(
            List.of("wrong"), (_, attempt) -> Optional.of(attempt + "3cret".replace("3", "")));
    assertThat(kinds(ContainerReader.read(other, "a", passwords).orElseThrow()))
        .containsExactly(Omission.Kind.PASSWORD_NEEDED);
    var known = Passwords.of(List.of("wrong", "s3cret"), Passwords.NONE);
    assertThat(texts(ContainerReader.read(other, "a", known).orElseThrow())).containsExactly(MAIL);
  }

  @Test
  void archiveThatUnpacksToTooMuchIsLeft() throws IOException {
    var zip = read(Samples.zip(Map.of("bomb", new byte[20 * 1024 * 1024])));

    assertThat(zip.members()).isEmpty();
    assertThat(zip.omissions()).containsExactly(new Omission(Omission.Kind.BOMB, "bomb", ""));
  }

  @Test
  void archiveThatIsCutOffGivesWhatWasThere() throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("a.txt", "whole".getBytes(UTF_8));
    files.put("b.txt", HexFormat.of().formatHex(new byte[3000]).getBytes(UTF_8));
    var octets = Samples.zip(files);
    var zip = read(Arrays.copyOf(octets, 80));

    assertThat(texts(zip)).containsExactly("whole");
    assertThat(kinds(zip)).containsExactly(Omission.Kind.BROKEN);
  }

  @Test
  void outlookMessageKeepsItsHeaderAndFitsItsBodyUnderIt() throws IOException {
    var header =
        """
        Received: from a by b; x
        Subject: =?utf-8?q?x?=
        Content-Type: multipart/alternative; boundary="B"
        X-Odd:  y
        """
            .replace("\n", "\r\n");
    var msg =
        read(
            Samples.msg(
                Map.of("007D001F", header, "1000001F", "plain \u00E4", "1013001F", "<p>html"),
                Map.of()));
    var text = texts(msg).getFirst();
    var root = MimeReader.read(Message.read(text.getBytes(UTF_8)));

    assertThat(msg.kind()).isEqualTo(Container.Kind.MSG);
    assertThat(text).startsWith(header.strip());
    assertThat(root.all().map(part -> part.type().name()))
        .containsExactly("multipart/alternative", "text/plain", "text/html");
    assertThat(new String(root.parts().getFirst().content(), UTF_8)).isEqualTo("plain \u00E4");
  }

  @Test
  void headerOfAnOutlookMessageThatEndsInLfIsNoMixture() throws IOException {
    for (var end : List.of("\n", "\r\n")) {
      var header = "Subject: x\nX-Odd: y\n\tz\n".replace("\n", end);
      var octets = read(Samples.received(header, "hello")).members().getFirst().octets();

      assertThat(Message.read(octets).defects()).isEmpty();
      assertThat(new String(octets, UTF_8)).startsWith("Subject: x\r\nX-Odd: y\r\n\tz\r\n");
    }
  }

  @Test
  void outlookMessageOfOneTextHasItAlone() throws IOException {
    var msg = read(Samples.received("Subject: x\r\nContent-Type: text/plain\r\n", "hello"));

    assertThat(texts(msg)).containsExactly("Subject: x\r\nContent-Type: text/plain\r\n\r\nhello");
  }

  @Test
  void attachmentsOfAnOutlookMessageBecomeParts() throws IOException {
    var msg =
        read(
            Samples.msg(
                Map.of("007D001F", "Subject: x\r\nContent-Type: text/plain\r\n", "1000001F", "t"),
                Map.of("37010102", new byte[] {1, 2}, "3707001F", "b\u00E4\r\nd.exe")));
    var root = MimeReader.read(Message.read(msg.members().getFirst().octets()));

    assertThat(root.fields()).extracting(field -> field.name()).contains("Subject", "Content-Type");
    assertThat(root.all().map(Entity::fileName).flatMap(Optional::stream))
        .containsExactly("b\u00E4\r\nd.exe");
    assertThat(root.parts().getLast().content()).containsExactly(1, 2);
  }

  /// Often the RTF is all that is left of HTML, and the targets of links are nowhere else.
  @Test
  void htmlThatOutlookLeftInRtfAloneIsTakenOutOfIt() throws IOException {
    var rtf =
        """
        {\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{\\fonttbl{\\f0 Arial;}}
        {\\*\\htmltag64 <a href="https://login.example/">}\\htmlrtf {\\b\\htmlrtf0 Pay\\~now \\'80\\htmlrtf }\\htmlrtf0 {\\*\\htmltag72 </a>}}
        """;
    var msg =
        read(
            Samples.msg(
                Map.of("007D001F", "Subject: x\r\n", "1000001F", "t", "10090102", Samples.rtf(rtf)),
                Map.of()));
    var root = MimeReader.read(Message.read(msg.members().getFirst().octets()));

    assertThat(root.all().map(part -> part.type().name()))
        .containsExactly("multipart/mixed", "text/plain", "text/html");
    assertThat(new String(root.parts().getLast().content(), UTF_8))
        .isEqualTo("<a href=\"https://login.example/\">Pay&nbsp;now \u20AC</a>");
  }

  @Test
  void rtfThatWasNoHtmlIsAPartAndBrokenRtfIsLeftOut() throws IOException {
    var plain = "{\\rtf1 hello}";
    var kept = Samples.msg(Map.of("10090102", Samples.rtf(plain)), Map.of());
    var broken = Samples.msg(Map.of("1000001F", "t", "10090102", new byte[] {1, 2, 3}), Map.of());
    var root = MimeReader.read(Message.read(read(kept).members().getFirst().octets()));

    assertThat(root.all().map(part -> part.type().name()))
        .containsExactly("multipart/mixed", "text/rtf");
    assertThat(new String(root.parts().getFirst().content(), UTF_8)).isEqualTo(plain);
    assertThat(texts(read(broken)).getFirst()).endsWith("t");
  }

  @Test
  void outlookMessageInAnOutlookMessageIsAMessageInTheMessage() throws IOException {
    var inner = Map.<String, Object>of("007D001F", "Subject: inner\r\n", "1000001F", "in it");
    var msg =
        read(
            Samples.msg(
                Map.of("007D001F", "Subject: outer\r\n", "1000001F", "see"),
                Map.of("3701000D", inner)));
    var root = MimeReader.read(Message.read(msg.members().getFirst().octets()));

    assertThat(root.all().map(part -> part.type().name()))
        .containsExactly("multipart/mixed", "text/plain", "message/rfc822", "text/plain");
    assertThat(root.parts().getLast().parts().getFirst().fields().getFirst().value())
        .isEqualTo("inner");
  }

  @Test
  void outlookMessageThatWasNeverReceivedHasTheHeaderThatIsShown() throws IOException {
    var msg =
        read(
            Samples.msg(
                Map.of("0037001F", "x\r\nReceived: forged", "0C1A001F", "Ann", "1000001F", "t"),
                Map.of()));

    assertThat(texts(msg).getFirst()).startsWith("From: Ann\r\nSubject: x Received: forged\r\n");
  }

  @Test
  void otherOfficeFileIsNoMessageAndABrokenOneIsSaid() throws IOException {
    var other = Samples.msg(Map.of(), Map.of());
    var noMessage = new String(other, java.nio.charset.StandardCharsets.ISO_8859_1);
    var renamed = noMessage.replace("_\0_\0p\0r\0o\0p\0", "_\0_\0q\0r\0o\0p\0");

    assertThat(kinds(read(renamed.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))))
        .containsExactly(Omission.Kind.NO_MESSAGE);
    assertThat(kinds(read(Arrays.copyOf(other, 600)))).containsExactly(Omission.Kind.BROKEN);
  }

  @Test
  void winmailHasItsAttachments() {
    var tnef = read(Samples.winmail("a.eml", MAIL.getBytes(US_ASCII)));

    assertThat(tnef.kind()).isEqualTo(Container.Kind.TNEF);
    assertThat(tnef.members()).extracting(Member::name).containsExactly("a.eml");
    assertThat(texts(tnef)).containsExactly(MAIL);
  }

  /// Each container, broken in every way that one octet can break it.
  @Property(tries = 200)
  void brokenContainersAreRead(@ForAll int at, @ForAll byte octet) throws IOException {
    var zip = Samples.zip(Map.of("x", MAIL.getBytes(UTF_8)), EncryptionMethod.AES, "infected");
    for (var whole :
        List.of(
            zip,
            Samples.received("Subject: x\r\n", "hello"),
            Samples.winmail("a", new byte[20]),
            Samples.emlx(MAIL),
            ("From x\n" + MAIL).getBytes(UTF_8))) {
      var broken = whole.clone();
      broken[Math.floorMod(at, broken.length)] = octet;
      ContainerReader.read(broken, "x", Passwords.NONE)
          .ifPresent(container -> assertThat(container.members()).hasSizeLessThan(3));
    }
  }

  private static Container read(String text) {
    return read(text.getBytes(UTF_8));
  }

  private static Container read(byte[] octets) {
    return ContainerReader.read(octets, "x", Passwords.NONE).orElseThrow();
  }

  private static List<String> texts(Container container) {
    return container.members().stream().map(member -> new String(member.octets(), UTF_8)).toList();
  }

  private static List<Omission.Kind> kinds(Container container) {
    return container.omissions().stream().map(Omission::kind).toList();
  }
}
