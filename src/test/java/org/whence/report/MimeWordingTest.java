package org.whence.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.junit.jupiter.api.Test;
import org.whence.mail.Message;
import org.whence.mail.container.Samples;
import org.whence.mail.mime.Entity;
import org.whence.mail.mime.MimeReader;

final class MimeWordingTest {
  private static final MimeWording WORDS = new MimeWording(Wording.load().defanged(true));

  @Test
  void partTellsItsTypeNameSizeAndDigest() {
    var part =
        WORDS.part(
            read(
                """
                Content-Type: text/plain; charset=utf-8; name="a\u202Egpj.exe"
                Content-Disposition: attachment

                hello\
                """));

    assertThat(part.path()).isEqualTo("1");
    assertThat(part.what()).isEqualTo("text/plain, utf-8, attachment, named a<U+202E>gpj.exe");
    assertThat(part.size()).isEqualTo("5 octets");
    assertThat(part.sha256()).startsWith("2cf24dba5fb0a30e");
  }

  @Test
  void linkThatShowsAnotherHostIsNotedAndDefanged() {
    var mail =
        WORDS.mail(
            read(
                "Content-Type: text/html\n\n"
                    + "<a href='https://evil.example/x'>www.bank.example</a>"));

    assertThat(mail.links())
        .containsExactly(
            new MimeWording.Row(
                "1",
                "link",
                "hxxps[:]//evil[.]example/x",
                "www[.]bank[.]example",
                "the text names www[.]bank[.]example, the link leads to evil[.]example"));
  }

  @Test
  void internationalHostOfALinkIsToldInBothForms() {
    var mail =
        WORDS.mail(read("Content-Type: text/html\n\n<a href='//m\u00FCnchen.example'>x</a>"));

    assertThat(mail.links())
        .extracting(MimeWording.Row::note)
        .containsExactly("the host xn--mnchen-3ya[.]example reads m\u00FCnchen[.]example");
  }

  @Test
  void whatIsPackedIsListedAndWhatIsEncryptedIsSaid() throws IOException {
    var zip = Samples.zip(Map.of("invoice.exe", "MZ".getBytes(UTF_8)));
    var winmail = Samples.winmail("a.doc", new byte[7]);

    assertThat(WORDS.notes(attachment("application/zip", zip)))
        .containsExactly("holds, as a ZIP archive, 1 file:", "invoice.exe, 2 octets");
    assertThat(WORDS.notes(attachment("application/ms-tnef", winmail)))
        .element(1)
        .isEqualTo("a.doc, 7 octets");
    assertThat(WORDS.notes(attachment("application/pkcs7-mime", new byte[9])))
        .containsExactly("encrypted with S/MIME: what is in it cannot be told");
    assertThat(WORDS.notes(attachment("text/plain", "-----BEGIN PGP MESSAGE-----".getBytes(UTF_8))))
        .containsExactly("encrypted with OpenPGP: what is in it cannot be told");
  }

  @Test
  void thousandsOfPartsAndLinksAreCountedNotShown() {
    var parts =
        "Content-Type: multipart/mixed; boundary=b\n\n"
            + "--b\n\nhttps://a.example/\n".repeat(700)
            + "--b--";
    var mail = WORDS.mail(read(parts));

    assertThat(mail.parts()).hasSize(500);
    assertThat(mail.moreParts()).contains("and 201 more parts");
    assertThat(mail.links()).hasSize(200);
    assertThat(mail.moreLinks()).contains("and 500 more links");
  }

  @Test
  void whatIsOddAboutPartsIsToldAtTheTopButOnceAndUpToANumber() {
    var mail =
        Message.read(
            ("no field\nContent-Type: multipart/mixed; boundary=b\n\n"
                    + "--b\nContent-Transfer-Encoding: none\n\nx\n".repeat(30))
                .getBytes(UTF_8));

    var lines = WORDS.noticed(MimeReader.read(mail), mail.defects());
    assertThat(lines)
        .hasSize(11)
        .startsWith(
            "part 1: a multipart without its last delimiter",
            "part 1.1: the transfer encoding is unknown; the body was left as it is")
        .endsWith("and 21 more, which the list of parts has");
  }

  @Test
  void thatSomethingWasNotReadIsToldFirst() {
    var levels =
        IntStream.range(0, 150)
            .mapToObj("Content-Type: multipart/mixed; boundary=b%1$d\n\n--b%1$d\n"::formatted)
            .collect(Collectors.joining());
    var mail = Message.read((levels + "\nhello\n").getBytes(UTF_8));

    assertThat(WORDS.noticed(MimeReader.read(mail), mail.defects()))
        .first()
        .asString()
        .endsWith("more than 100 parts in each other; what is deeper was left as it is");
  }

  @Test
  void nobodyIsAskedForThePasswordOfAPart() throws IOException {
    var content = Map.of("a.exe", new byte[3]);
    var usual = Samples.zip(content, EncryptionMethod.ZIP_STANDARD, "infected");
    var other = Samples.zip(content, EncryptionMethod.AES, "other");

    assertThat(WORDS.notes(attachment("application/zip", usual))).contains("a.exe, 3 octets");
    assertThat(WORDS.notes(attachment("application/zip", other)).getLast())
        .startsWith("encrypted, and 'infected' does not open it")
        .endsWith("save it and name it");
  }

  private static Entity attachment(String type, byte[] content) {
    return read(
        "Content-Type: %s\nContent-Transfer-Encoding: base64\n\n%s"
            .formatted(type, Base64.getEncoder().encodeToString(content)));
  }

  private static Entity read(String source) {
    return MimeReader.read(Message.read(source.getBytes(UTF_8)));
  }
}
