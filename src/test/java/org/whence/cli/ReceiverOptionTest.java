package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What receiving servers would have done, and what they would have written, from the command line.
final class ReceiverOptionTest {
  private static final String SAMPLE = "assets/sample/case.eml";
  private static final List<String> REPLAY = List.of("--replay", "assets/sample/case.dns.jsonl");

  @TempDir Path folder;

  private static Shell.Run check(String input, String... options) {
    return Shell.run(
        Stream.of(Stream.of("check", input), REPLAY.stream(), Stream.of(options))
            .flatMap(each -> each)
            .toArray(String[]::new));
  }

  @Test
  void serverIsAStepOfTheMessageWithTheStepThatItRestsOn() {
    var run = check(SAMPLE, "--receiver", "vsmtp");

    assertThat(run.out())
        .contains("held against the rules of vsmtp")
        .containsPattern(
            "vSMTP, three rules for reverse DNS .*policy  550 5\\.7\\.25 Reverse DNS validation"
                + " failed\\. \\(step 0(\\.\\d+)+\\)");
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
  }

  @Test
  void addressIsHeldAgainstTheRulesToo() {
    assertThat(check("198.51.100.61", "--receiver", "postfix").out())
        .contains("450 4.7.25 Client host rejected: cannot find your hostname, [198.51.100.61]");
  }

  @Test
  void programsGetEveryServerWithItsRules() {
    var json = check(SAMPLE, "--receiver", "all", "-f", "json").out();

    assertThat(json)
        .contains("\"receivers\":[{\"name\":\"vsmtp\"")
        .contains("\"reply\":\"550 5.7.25 Reverse DNS validation failed.\",\"stage\":\"mail\"")
        .contains("\"name\":\"rspamd\"")
        .contains("\"held\":\"not-matched\"");
    assertThat(check(SAMPLE, "-f", "json").out()).doesNotContain("\"receivers\":[{");
  }

  @Test
  void rulesMayComeFromAFile() throws IOException {
    var file = folder.resolve("gate.profile");
    Files.writeString(
        file,
        """
        name: gate
        title: our gate
        source: ourselves

        at mail if spf is softfail then reply 550 5.7.23 not from {domain}
        """);

    assertThat(check(SAMPLE, "--receiver", file.toString()).out())
        .contains("550 5.7.23 not from hosting.example");
    Files.writeString(file, "name: gate\n\nat noon then reply 550 no\n");
    var wrong = check(SAMPLE, "--receiver", file.toString());
    assertThat(wrong.status()).isEqualTo(ExitStatus.IO);
    assertThat(wrong.err()).contains("gate.profile:3: ").hasLineCount(1);
  }

  @Test
  void unknownServerIsToldWithThoseThatThereAre() {
    var run = check(SAMPLE, "--receiver", "sendmail");

    assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(run.err()).contains("--receiver: 'sendmail'").contains("vsmtp, postfix");
  }

  @Test
  void whatAServerWritesIsWrittenIntoAFolder() throws IOException {
    var run =
        check(
            SAMPLE,
            "--products",
            folder.toString(),
            "--expires",
            "12h",
            "--ticket",
            "SOC-7",
            "--enterprise",
            "4711");

    assertThat(run.err()).isEmpty();
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "authentication-results.txt",
              "received-spf.txt",
              "iprev.log",
              "block-nftables.sh",
              "block-ipset.sh",
              "block-pf.sh",
              "block-postfix.cidr",
              "block-fail2ban.sh",
              "block-list.csv");
    }
    assertThat(folder.resolve("iprev.log")).content().contains("[netsec@4711 ");
    assertThat(folder.resolve("block-ipset.sh"))
        .content()
        .contains("198.51.100.20 timeout 43200 comment \"SOC-7\"");
    assertThat(folder.resolve("block-list.csv"))
        .content()
        .startsWith("198.51.100.20,hosting.example,");
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, , the address is set aside (Loopback",
    "192.168.7.7, , the address is set aside (Private-Use",
    "198.51.100.61, 198.51.100.0/24, the address is a relay of your own",
  })
  void ownNetworkIsNeverBlocked(String ip, String trusted, String why) {
    var options =
        trusted == null
            ? new String[] {"--products", folder.toString()}
            : new String[] {"--products", folder.toString(), "--trusted", trusted};
    var run = check(ip, options);

    assertThat(run.err()).contains("No block is offered: " + why);
    assertThat(folder.resolve("block-nftables.sh")).doesNotExist();
  }

  /// Its name is known from the field that another own server wrote, and from no answer of DNS.
  @Test
  void relayOfANameOfOnesOwnIsNotBlockedWhereverTheLineIsDrawn() throws IOException {
    var mail =
        Files.writeString(
            folder.resolve("mail.eml"),
            """
            Received: from x (relay.corp.example [198.51.100.77]) by mx.corp.example with ESMTP;
             Tue, 24 Nov 2026 10:00:02 +0000
            Received: from y (out.b.example [203.0.113.9]) by relay.corp.example with ESMTP;
             Tue, 24 Nov 2026 10:00:00 +0000
            From: a@b.example
            Subject: x

            """);
    var run =
        check(
            mail.toString(),
            "--products",
            folder.toString(),
            "--trusted",
            "corp.example",
            "--border",
            "count:1");

    assertThat(run.err()).contains("No block is offered: the address is a relay of your own");
    assertThat(folder.resolve("block-nftables.sh")).doesNotExist();
  }

  @Test
  void spanThatIsNoneIsTold() {
    var run = check(SAMPLE, "--products", folder.toString(), "--expires", "soon");

    assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(run.err()).contains("write 30m, 12h or 7d");
  }
}
