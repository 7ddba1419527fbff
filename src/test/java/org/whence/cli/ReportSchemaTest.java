package org.whence.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.arc.Sealer;
import org.whence.mail.container.Samples;
import org.whence.report.PublishedSchema;

/// What options add to a report is in its published schema: each run here is one that adds members,
/// which are named so that a run that adds nothing is no proof.
final class ReportSchemaTest {
  private static final List<String> SAMPLE =
      List.of("assets/sample/case.eml", "--replay", "assets/sample/case.dns.jsonl");
  private static final String MAIL =
      """
      Received: from a.example (a.example [192.0.2.1]) by mx.example; 1 Mar 2024 12:00:00 +0000
      From: ann@example.org, bob@example.net
      To: eve@example.org
      Subject: Lunch

      At noon.
      """;

  @TempDir Path folder;

  private static void isNamed(List<String> members, List<String> arguments) {
    var run =
        Shell.run(
            Stream.of(Stream.of("check"), arguments.stream(), Stream.of("-f", "json"))
                .flatMap(each -> each)
                .toArray(String[]::new));

    assertThat(members).allMatch(member -> run.out().contains("\"" + member + "\":"));
    for (var report : run.out().lines().toList()) {
      assertThat(PublishedSchema.problems(report)).isEmpty();
    }
  }

  private static List<String> sample(String... options) {
    return Stream.concat(SAMPLE.stream(), Stream.of(options)).toList();
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, ISO_8859_1).toString();
  }

  @Test
  void receiversAndSuppositions() {
    isNamed(
        List.of("receivers", "whatIf", "byChance", "trustedSealers"),
        sample(
            "--receiver",
            "all",
            "--what-if",
            "ip=192.0.2.1,helo=a.example,mail-from=x@a.example",
            "--trusted-sealer",
            "sealer.example",
            "--trusted",
            "mx.example.net",
            "--posture",
            "bank.example"));
  }

  @Test
  void signaturesAndSealsAsOfThen() throws IOException {
    var sealed = Sealer.seal(MAIL);
    var heard =
        Sealer.zone()
            .strip()
            .replace(" TXT", " 60 IN TXT")
            .replace("\\", "\\\\")
            .replace("\"", "\\\"");
    var old =
        """
        {"name":"key._domainkey.sealer.example","type":"TXT","outcome":"answer",\
        "asked":"2024-02-01T00:00:00Z","records":["%s"]}
        """
            .formatted(heard);

    isNamed(
        List.of("asOf", "sealAsOf", "messageSignatureAsOf", "trusted", "keySeen", "authors"),
        List.of(
            file(
                "sealed.eml",
                sealed.replace(
                    "ARC-Message-Signature: i=1",
                    "DKIM-Signature: v=1; a=rsa-sha256; d=sealer.example; s=key; h=from; bh=AAAA;"
                        + " b=AAAA\r\n"
                        + "ARC-Message-Signature: i=1")),
            "--zone",
            file("zone", "sealer.example. 60 IN TXT \"gone\"\n"),
            "--keys",
            file("old.dns.jsonl", old),
            "--trusted-sealer",
            "sealer.example"));
  }

  @Test
  void rotationsOfOneAddressAndOfAList() throws IOException {
    var zone =
        file(
            "zone",
            "10.2.0.192.in-addr.arpa. 60 IN PTR a.example.\na.example. 60 IN A 192.0.2.10\n");

    isNamed(
        List.of("rotations", "firstNames"), List.of("192.0.2.10", "--zone", zone, "--repeat", "2"));
    isNamed(
        List.of("rotations", "firstNames"),
        List.of(file("list", "192.0.2.10\n192.0.2.11\n"), "--zone", zone, "--repeat", "2"));
  }

  @Test
  void containersAndWhatIsPackedInThem() throws IOException {
    var zip = Samples.zip(Map.of("m.eml", MAIL.getBytes(UTF_8)), EncryptionMethod.AES, "infected");
    var msg = folder.resolve("x.msg");
    Files.write(msg, Samples.received(MAIL.split("\n\n", -1)[0], "At noon."));
    var attached =
        MAIL.replace(
                "Subject: Lunch\n", "Subject: Lunch\nContent-Type: multipart/mixed; boundary=b\n")
            + "--b\nContent-Type: text/html\n\n<a href='http://a.example/'>http://b.example/</a>\n"
            + "--b\nContent-Type: application/zip; name=x.zip\n"
            + "Content-Transfer-Encoding: base64\n\n"
            + Base64.getMimeEncoder().encodeToString(zip)
            + "\n--b--\n";

    isNamed(
        List.of("foundIn"),
        List.of(Files.write(folder.resolve("x.zip"), zip).toString(), "--offline"));
    isNamed(List.of("format", "fidelity"), List.of(msg.toString(), "--offline"));
    isNamed(
        List.of("packed", "files", "omissions", "links", "shownHost"),
        List.of(file("attached.eml", attached), "--offline"));
  }

  @Test
  void whatIsNoMail() throws IOException {
    isNamed(List.of("addresses", "zone"), List.of("fe80::1%eth0", "--offline"));
    isNamed(List.of("block"), List.of(file("list", "192.0.2.0/31\n10.0.0.1\n"), "--offline"));
    isNamed(
        List.of("problems", "cause"), List.of(file("bad", "10.0.0.1\n192.0.2.300\n"), "--offline"));
    isNamed(List.of("domain"), List.of("--posture", "a.example", "--offline"));
  }
}
