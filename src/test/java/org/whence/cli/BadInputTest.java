package org.whence.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bad input gives a case that shows what there is, and one clear line for what there is not.
final class BadInputTest {
  private static final String HEADER =
      """
      Received: from a.example (a.example [10.0.0.1]) by mx.example.org with ESMTP; 23 Nov 2026 15:40 Z
      From: a@a.example
      Date: Mon, 23 Nov 2026 15:39:00 +0000
      Subject: hello
      """;

  @TempDir Path folder;

  @Test
  void emptyFileIsACaseOfNoOctets() throws IOException {
    var run = check("");

    isACaseOfNothing(run, "there is nothing in it");
    assertThat(run.out())
        .contains("x.eml, 0 octets")
        .contains("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void binaryFileIsACaseOfItsOctets() throws IOException {
    var octets = new String(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2}, ISO_8859_1);
    var run = check(octets.repeat(50));

    isACaseOfNothing(run, "is no text");
    assertThat(run.out()).contains("x.eml, 350 octets");
  }

  @Test
  void caseOfNothingGoesIntoEveryFormat() throws IOException {
    for (var format :
        List.of("json", "csv", "html", "markdown", "pdf", "svg", "png", "stix", "misp")) {
      var run = check("\0\1\2", "-f", format, "-o", folder.resolve("out." + format).toString());

      assertThat(run.status()).as(format).isEqualTo(4);
      assertThat(run.err().lines()).as(format).singleElement().asString().contains("is no text");
      assertThat(folder.resolve("out." + format)).as(format).isNotEmptyFile();
    }
    assertThat(Files.readString(folder.resolve("out.json")))
        .contains("\"recognised\":\"nothing\"", "\"why\":\"binary\"", "\"sha256\":");
  }

  @Test
  void emptyStandardInputIsACaseAndAMistypedWordIsNot() {
    isACaseOfNothing(Shell.runWith("", "check", "-", "--offline"), "there is nothing in it");

    var mistyped = Shell.run("check", "no such file", "--offline");
    assertThat(mistyped.status()).isEqualTo(4);
    assertThat(mistyped.out()).isEmpty();
    assertThat(mistyped.err().lines()).singleElement().asString().contains("no such file");
    assertThat(Shell.run("check", "suspicous.eml", "--offline").err())
        .isEqualTo(
            "whence: suspicous.eml: no such file, and a name is no address; give an address, a"
                + " file, or - for standard input\n");
  }

  @Test
  void encryptedMailsShowTheirHeaderAndSayThatTheyAreEncrypted() throws IOException {
    var smime =
        check(
            HEADER
                + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n"
                + "Content-Transfer-Encoding: base64\n\nMIAGCSqGSIb3DQEHA6CAMIACAQA=\n");
    var openpgp =
        check(
            HEADER
                + "Content-Type: multipart/encrypted; boundary=x\n\n--x\n"
                + "Content-Type: application/pgp-encrypted\n\nVersion: 1\n--x\n"
                + "Content-Type: application/octet-stream\n\n-----BEGIN PGP MESSAGE-----\n--x--\n");

    isACase(smime, "encrypted with S/MIME: what is in it cannot be told");
    isACase(openpgp, "encrypted with OpenPGP: what is in it cannot be told");
  }

  @Test
  void mailThatWasCutOffShowsWhatIsThere() throws IOException {
    isACase(
        check(HEADER + "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nhel"),
        "a multipart without its last delimiter");
  }

  @Test
  void mailBeyondTheLimitIsReadUpToIt() throws IOException {
    var file = Files.writeString(folder.resolve("big.eml"), HEADER + "\nhello\n", ISO_8859_1);
    try (var large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(300_000_000);
    }
    var run = Shell.run("check", file.toString(), "--offline");

    isACase(run, "larger than 256 MB: the rest was not read; all but hashes of the body is judged");
    assertThat(run.out()).contains("300,000,000 octets");
  }

  @Test
  void tenThousandPartsAndMoreAreReadUpToTheLimit() throws IOException {
    isACase(
        check(
            HEADER
                + "Content-Type: multipart/mixed; boundary=x\n\n"
                + "--x\n\np\n".repeat(10_500)
                + "--x--\n"),
        "more than 10,000 parts; the rest was not read");
  }

  @Test
  void hundredLevelsAndMoreAreReadUpToTheLimit() throws IOException {
    var levels =
        IntStream.range(0, 150)
            .mapToObj(level ->
                "Content-Type: multipart/mixed; boundary=b" + level + "\n\n--b" + level + "\n")
            .collect(Collectors.joining());

    isACase(
        check(HEADER + levels + "\nhello\n"),
        "more than 100 parts in each other; what is deeper was left as it is");
  }

  @Test
  void fileWithoutAnyHeaderIsACaseAndCanBeReadAsIs() throws IOException {
    isACaseOfNothing(
        check("\r\nhello\r\nthis is a body\r\n"), "neither an address nor a header is in it");
    assertThat(check("\r\nhello\r\nthis is a body\r\n", "--as-is").out())
        .contains("no Received field");
  }

  @Test
  void headerAloneSaysThatThereIsNoBody() throws IOException {
    isACase(check(HEADER), "ends within the header; there is no body");
  }

  @Test
  void mailWithoutReceivedSaysSo() throws IOException {
    isACase(check("From: a@a.example\nSubject: hello\n\nbody\n"), "no Received field");
  }

  @Test
  void mailThatCameFromOwnServersAloneSaysSo() throws IOException {
    var own = HEADER.replace("[10.0.0.1]", "[192.0.2.1]") + "\nbody\n";

    isACase(check(own, "--trusted", "a.example"), "every client is one of your servers");
  }

  /// The case is there, and the line: in it, and where errors are told.
  private static void isACaseOfNothing(Shell.Run run, String line) {
    assertThat(run.status()).isEqualTo(4);
    assertThat(run.err().lines()).singleElement().asString().contains(line);
    assertThat(run.out()).contains("SHA-256").contains("nothing that can be judged").contains(line);
  }

  /// The case is there, and the line once; a limit that is met counts as no failure.
  private static void isACase(Shell.Run run, String line) {
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("hello").contains(line);
  }

  private Shell.Run check(String content, String... options) throws IOException {
    var file = Files.writeString(folder.resolve("x.eml"), content, ISO_8859_1).toString();
    var arguments = new ArrayList<>(List.of("check", file, "--offline"));
    arguments.addAll(List.of(options));
    return Shell.run(arguments.toArray(String[]::new));
  }
}
