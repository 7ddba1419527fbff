package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that options name: what cannot be used is one line with the file, why, and the way out.
final class OptionFilesTest {
  @TempDir Path folder;

  private static void assertTold(Path file, String option, String... more) {
    var words = option.replace("FILE", file.toString());
    var run = Shell.run(("check 192.0.2.10 " + words).split(" ", -1));

    assertThat(run.status()).as(words).isEqualTo(ExitStatus.IO);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("whence: " + file + ": ").hasLineCount(1).contains(more);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--replay FILE",
        "--zone FILE",
        "--offline --keys FILE",
        "--offline --psl FILE",
        "-r udp://127.0.0.1 --ca FILE",
        "-r udp://127.0.0.1 --trust-anchor FILE",
        "-r udp://127.0.0.1 --profiles FILE"
      })
  void fileThatIsNotThereOrIsAFolderIsOneLine(String option) {
    assertTold(folder.resolve("none"), option, "no such file; ");
    assertTold(folder, option, "is a directory");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--replay FILE | no recording of DNS: line 1 ",
        "--offline --keys FILE | no recording of DNS: line 1 ",
        "--zone FILE | line 1: ; correct it ",
        "--offline --psl FILE | line 1 is no rule; give the list of publicsuffix.org",
        "-r udp://127.0.0.1 --ca FILE | no certificate in it; a PEM file has ",
        "-r udp://127.0.0.1 --trust-anchor FILE | line 1: ; correct it "
      })
  void mailInPlaceOfSuchAFileIsOneLine(String row) throws IOException {
    var mail = Files.writeString(folder.resolve("a.eml"), "Subject: hello\nFrom: a@example\n\n.\n");
    var parts = row.split(" \\| ", -1);

    assertTold(mail, parts[0], parts[1].split("(?<=: )(?=;)", -1));
  }

  @Test
  void recordingThatCannotBeWrittenIsOneLine() {
    var run = Shell.run("check", "192.0.2.10", "-r", "udp://127.0.0.1", "--record", "/dev/null/a");

    assertThat(run.status()).isEqualTo(ExitStatus.IO);
    assertThat(run.err())
        .startsWith("whence: cannot record to /dev/null/a (")
        .endsWith("; name another file\n")
        .hasLineCount(1);
  }
}
