package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.dkim.Keys;
import org.whence.dkim.SignatureAlgorithm;
import org.whence.dkim.Signer;

/// Signatures as of then, and sealers that are trusted, by the command line.
final class AsOfTest {
  private static final String NAME = "key._domainkey.example.org";

  @TempDir Path folder;
  private Path mail = Path.of("");
  private Path zone = Path.of("");
  private Path old = Path.of("");

  @BeforeEach
  void files() throws IOException {
    var signer = Signer.relaxed().with(Keys.rsa(1_024), SignatureAlgorithm.RSA_SHA256);
    var signed = signer.sign("From: ann@example.org\r\nSubject: Lunch\r\n\r\nAt noon.\r\n");
    mail =
        Files.writeString(
            folder.resolve("a.eml"),
            "Received: from a.example ([192.0.2.1]) by mx.example; 01 Mar 2024 12:00:00 +0000\r\n"
                + signed,
            StandardCharsets.ISO_8859_1);
    zone =
        Files.writeString(
            folder.resolve("a.zone"), Keys.zone(NAME + ". 60 IN", Keys.record(Keys.rsa(2_048))));
    var record = Keys.zone(NAME + ". 60 IN", Keys.record(Keys.rsa(1_024))).strip();
    old =
        Files.writeString(
            folder.resolve("old.dns.jsonl"),
            """
            {"name":"%s","type":"TXT","outcome":"answer","asked":"2024-02-01T00:00:00Z","records":["%s"]}
            """
                .formatted(NAME, record.replace("\\", "\\\\").replace("\"", "\\\"")));
  }

  @Test
  void recordingHasTheKeyOfWhenTheMessageCameIn() {
    var run =
        Shell.run("check", mail.toString(), "--zone", zone.toString(), "--keys", old.toString());

    assertThat(run.out())
        .contains("as of 2024-03-01T12:00:00Z")
        .contains("a recording has the key, heard 2024-02-01T00:00:00Z")
        .contains("as of 2024-03-01T12:00:00Z it is pass, by the clock it is fail");
  }

  @Test
  void momentThatIsNamedAndNowAreBothTold() {
    var run =
        Shell.run(
            "check",
            mail.toString(),
            "--replay",
            old.toString(),
            "--at",
            "2024-05-01T00:00:00Z",
            "-f",
            "json");

    assertThat(run.out())
        .contains("\"asOf\":[{\"at\":\"2024-05-01T00:00:00Z\",\"result\":\"pass\"")
        .contains("\"keySeen\":\"2024-02-01T00:00:00Z\"");
  }

  @Test
  void recordingOfKeysThatIsNotThereIsToldInOneLine() {
    var run = Shell.run("check", mail.toString(), "--zone", zone.toString(), "--keys", "no.jsonl");

    assertThat(run.status()).isEqualTo(4);
    assertThat(run.err()).isEqualTo("whence: no.jsonl: no such file; check its name and folder\n");
  }

  @Test
  void sealersOnTheListAreToldFromOthers() throws IOException {
    var sealed =
        Files.writeString(
            folder.resolve("b.eml"),
            """
            ARC-Seal: i=1; a=rsa-sha256; d=lists.example.org; s=a; cv=none; b=AAAA
            ARC-Message-Signature: i=1; a=rsa-sha256; d=lists.example.org; s=a; h=from; bh=AAAA; b=AAAA
            ARC-Authentication-Results: i=1; lists.example.org; none
            From: ann@example.org

            """);
    var args = new String[] {"check", sealed.toString(), "--offline", "--trusted-sealer"};

    assertThat(Shell.run(CliTest.with(args, "example.org")).out())
        .contains("lists.example.org is among the trusted sealers");
    assertThat(Shell.run(CliTest.with(args, "example.net")).out())
        .contains("seals of example.net trusted")
        .contains("lists.example.org is not among the trusted sealers");
  }
}
