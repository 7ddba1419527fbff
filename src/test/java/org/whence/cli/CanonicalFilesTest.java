package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.dkim.Signer;

final class CanonicalFilesTest {
  private static final String MAIL = "From: ann@example.org\nSubject: Lunch\n\nAt  noon?\n";

  @TempDir Path folder;

  private Shell.Run check(String mail, String target) throws IOException {
    var file = Files.writeString(folder.resolve("a.eml"), mail);
    return Shell.run("check", file.toString(), "--offline", "--canonical", target);
  }

  @Test
  void whatIsHashedIsWrittenBesideWhatItIsMadeFrom() throws IOException {
    var target = folder.resolve("canonical/new");
    var run = check(Signer.relaxed().signing("subject:from").sign(MAIL), target.toString());

    assertThat(run.err()).isEmpty();
    try (var files = Files.list(target)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "dkim-1.header", "dkim-1.header.before", "dkim-1.body", "dkim-1.body.before");
    }
    assertThat(Files.readString(target.resolve("dkim-1.header")))
        .startsWith("subject:Lunch\r\nfrom:ann@example.org\r\ndkim-signature:v=1;")
        .endsWith(" b=");
    assertThat(target.resolve("dkim-1.body")).hasContent("At noon?\r\n");
    assertThat(target.resolve("dkim-1.body.before")).hasContent("At  noon?\r\n");
  }

  @Test
  void mailWithoutASignatureSaysSo() throws IOException {
    var target = folder.resolve("none");
    var run = check(MAIL, target.toString());

    assertThat(run.err()).contains("--canonical: nothing was written");
    assertThat(target).doesNotExist();
  }

  @Test
  void folderThatCannotBeMadeIsTold() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");
    var run = check(Signer.relaxed().signing("from").sign(MAIL), file.resolve("in").toString());

    assertThat(run.status()).isEqualTo(ExitStatus.IO);
    assertThat(Stream.of(run.err().split("\n"))).hasSize(1);
    assertThat(run.err()).contains("no folder can be made there");
  }
}
