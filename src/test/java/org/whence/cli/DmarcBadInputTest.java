package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What hostile authors and records come to, from the file of the mail to what is printed.
@Timeout(120)
final class DmarcBadInputTest {
  private static final String REJECT = "\"v=DMARC1; p=reject\"";

  @TempDir Path folder;

  private Shell.Run check(String header, String recording, String... options) throws IOException {
    var mail = Files.writeString(folder.resolve("a.eml"), header + "Subject: x\n\nhello\n");
    var dns = Files.writeString(folder.resolve("a.dns.jsonl"), recording);
    var all = new ArrayList<>(List.of("check", mail.toString()));
    if (options.length == 0) {
      all.addAll(List.of("--replay", dns.toString()));
    }
    all.addAll(List.of(options));
    return Shell.run(all.toArray(String[]::new));
  }

  private static String txt(String name, String data) {
    return "{\"name\":\"%s\",\"type\":\"TXT\",\"outcome\":\"answer\",\"records\":[\"%s. 60 IN TXT %s\"]}%n"
        .formatted(name, name, data.replace("\"", "\\\""));
  }

  private static String none(String name, String outcome) {
    return "{\"name\":\"%s\",\"type\":\"TXT\",\"outcome\":\"%s\"}%n".formatted(name, outcome);
  }

  @Test
  void recordOf64KilobytesIsReadAndShownCut() throws IOException {
    var rest = " \"" + "x".repeat(250) + "\"";
    var record = "\"v=DMARC1; p=reject; z=\"" + rest.repeat(255);
    var run =
        check(
            "From: a@bank.example\n",
            txt("_dmarc.bank.example", record) + none("_dmarc.example", "nxdomain"));

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(run.out()).contains("DMARC", "fail", "reject");
  }

  /// RFC 9989, 4.10: of a name of 8 labels and more, itself, then 7 labels and so on. With `_dmarc`
  /// before it the longest name cannot be asked for.
  @Test
  void nameOf127LabelsIsWalkedInEightQuestionsAtMost() throws IOException {
    var name = "a.".repeat(126) + "b";
    var walked =
        IntStream.rangeClosed(1, 7)
            .mapToObj(labels -> "_dmarc." + "a.".repeat(labels - 1) + "b")
            .collect(Collectors.toList());
    var recording =
        walked.stream()
            .map(each -> each.equals("_dmarc.a.b") ? txt(each, REJECT) : none(each, "nxdomain"))
            .collect(Collectors.joining());
    var run = check("From: x@" + name + "\n", recording);

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(run.out()).contains("reject", "_dmarc.a.b").doesNotContain("not recorded");
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void tenAuthorsAreAllJudgedAndTheStrictestDecides(boolean fields) throws IOException {
    var authors = IntStream.range(0, 10).mapToObj(i -> "x@a" + i + ".example");
    var header =
        fields
            ? authors.map(author -> "From: " + author + "\n").collect(Collectors.joining())
            : "From: " + authors.collect(Collectors.joining(", ")) + "\n";
    var recording =
        IntStream.range(0, 10)
                .mapToObj(
                    i -> txt("_dmarc.a" + i + ".example", i == 7 ? REJECT : "\"v=DMARC1; p=none\""))
                .collect(Collectors.joining())
            + none("_dmarc.example", "nxdomain");
    var run = check(header, recording);

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
    for (var i = 0; i < 10; i++) {
      assertThat(run.out()).contains("a" + i + ".example");
    }
    assertThat(run.out()).contains("reject");
  }

  @Test
  void servfailMidwayIsTemporaryAndNamed() throws IOException {
    var run =
        check(
            "From: a@x.mail.bank.example\n",
            none("_dmarc.x.mail.bank.example", "nxdomain")
                + none("_dmarc.mail.bank.example", "servfail")
                + txt("_dmarc.bank.example", REJECT));

    assertThat(run.status()).isEqualTo(ExitStatus.UNSURE);
    assertThat(run.out()).contains("temperror", "_dmarc.mail.bank.example", "SERVFAIL");
  }

  @Test
  void singleLabelIsAnAuthorsDomainAsAnyOther() throws IOException {
    var run = check("From: a@bank\n", none("_dmarc.bank", "nxdomain"));

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.OK);
    assertThat(run.out()).contains("author's domain bank", "tree walk from bank", "DMARC  – none");
  }

  @Test
  void offlineNamesWhatWasNotAsked() throws IOException {
    var run = check("From: a@bank.example\n", "", "--offline");

    assertThat(run.status()).isEqualTo(ExitStatus.OK);
    assertThat(run.out()).contains("DMARC  – none  not asked", "DNS not asked");
  }

  @ParameterizedTest
  @CsvSource({
    "'Sender: a@bank.example', no author",
    "'From: undisclosed:;', no author",
    "'From: a@[192.0.2.1]', no author",
    "'From:', no author"
  })
  void messageWithoutAnAuthorsDomainIsNotJudgedAndSaysSo(String from, String why)
      throws IOException {
    var run = check("Date: Tue, 17 Nov 2026 08:12:07 +0100\n" + from + "\n", "");

    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().filter(line -> line.contains("DMARC  ")))
        .singleElement()
        .asString()
        .contains(why);
  }

  @Test
  void singleLabelIsAskedForAsItStands() throws IOException {
    var run = check("From: a@localhost\n", none("_dmarc.localhost", "nxdomain"));

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("_dmarc.localhost");
  }
}
