package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EnrichmentOptionTest {
  private static final String ZONE =
      """
      $TTL 60
      10.2.0.192.in-addr.arpa. PTR mail.a.example.
      mail.a.example. A 192.0.2.10
      a.example. TXT "v=spf1 a:mail.a.example -all"
      10.2.0.192.origin.asn.cymru.com. TXT "64496 | 192.0.2.0/24 | ZZ | x | 2010-01-01"
      10.2.0.192.zen.spamhaus.org. A 127.0.0.2
      a.example.dbl.spamhaus.org. A 127.0.1.255
      """;

  private static final String MAIL =
      """
      Return-Path: <x@a.example>
      Received: from mail.a.example (mail.a.example [192.0.2.10]) by mx.example; Mon, 23 Nov 2026 16:40:12 +0100
      From: x@a.example

      Hello
      """;

  @TempDir Path folder;
  private Path zone;
  private Path mail;

  @BeforeEach
  void write() throws IOException {
    zone = Files.writeString(folder.resolve("zone"), ZONE);
    mail = Files.writeString(folder.resolve("a.eml"), MAIL);
  }

  @Test
  void eachSourceIsAskedByItselfAndChangesNoVerdict() {
    var plain = Shell.run("check", mail.toString(), "--zone", zone.toString());
    var run =
        Shell.run(
            "check",
            mail.toString(),
            "--zone",
            zone.toString(),
            "--enrich",
            "origin",
            "--enrich",
            "zen.spamhaus.org",
            "--enrich",
            "dbl.spamhaus.org");

    assertThat(plain.out()).doesNotContain("spamhaus").doesNotContain("cymru");
    assertThat(run.out())
        .contains("192.0.2.0/24, announced by AS64496")
        .contains("block list zen.spamhaus.org")
        .contains("127.0.0.2: SBL")
        .contains("query refused, nothing is known: 127.0.1.255");
    assertThat(run.status()).isEqualTo(plain.status());
  }

  @Test
  void sourceThatIsNoneIsTold() {
    var run = Shell.run("check", "192.0.2.10", "--enrich", "everybody", "--offline");

    assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(run.err()).contains("--enrich: ").contains("zen.spamhaus.org").hasLineCount(1);
  }
}
