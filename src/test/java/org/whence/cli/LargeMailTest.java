package org.whence.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mails of 200 MB go through the command line in a heap that holds them and 40 MB.
final class LargeMailTest {
  private static final int SIZE = 200_000_000;

  private static final String HEADER =
      """
      DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/simple; d=example.org; s=a; h=from; bh=AAAA; b=AAAA
      DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.org; s=a; h=from; bh=AAAA; b=AAAA
      Received: from a.example (a.example [192.0.2.1]) by mx.example.org; Mon, 23 Nov 2026 15:40:12 +0000
      From: ann@example.org
      MIME-Version: 1.0
      """;

  @TempDir Path folder;

  @Test
  void textIsHashedInPieces() throws Exception {
    var out = check("Content-Type: text/plain\n\n", "words and words \n".repeat(1_000), "");

    assertThat(out).contains("body hash, simple").contains("body hash, relaxed");
    assertThat(out).containsPattern("1 +text/plain +200,0\\d\\d,\\d\\d\\d octets");
  }

  @Test
  void attachmentIsDecodedInPieces() throws Exception {
    var lines = Base64.getMimeEncoder().encodeToString(new byte[57_000]) + "\r\n";
    var out =
        check(
            """
            Content-Type: multipart/mixed; boundary=x

            --x
            Content-Type: application/zip; name=a.zip
            Content-Transfer-Encoding: base64

            UEsDBAAA
            """,
            lines,
            "--x--\n");

    assertThat(out)
        .containsPattern("1.1 +application/zip, named a.zip +146,\\d\\d\\d,\\d\\d\\d oct");
    assertThat(out).contains("larger than 50 MB: what is packed into it was not listed");
  }

  @Test
  void quotedPrintableIsDecodedInPieces() throws Exception {
    var out =
        check(
            "Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n",
            "<a href=3D\"http://hosting.example/\">words</a>=20=\n".repeat(1_000),
            "");

    assertThat(out).containsPattern("1 +text/html +1\\d\\d,\\d\\d\\d,\\d\\d\\d octets");
    assertThat(out).contains("hosting[.]example");
  }

  private String check(String head, String lines, String end)
      throws IOException, InterruptedException {
    var mail = folder.resolve("large.eml");
    try (var out = Files.newOutputStream(mail)) {
      write(HEADER + head, lines, end, out);
    }
    var told = folder.resolve("told");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var command =
        List.of(
            java,
            "-Xmx240m",
            "-cp",
            classes,
            "org.whence.Whence",
            "check",
            mail.toString(),
            "--offline",
            "--defang");
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(told.toFile()).start();
    assertThat(process.waitFor()).as(Files.readString(told)).isZero();
    return Files.readString(told);
  }

  private static void write(String head, String lines, String end, OutputStream out)
      throws IOException {
    out.write(head.getBytes(ISO_8859_1));
    var octets = lines.getBytes(ISO_8859_1);
    for (var size = 0L; size < SIZE; size += octets.length) {
      out.write(octets);
    }
    out.write(end.getBytes(ISO_8859_1));
  }
}
