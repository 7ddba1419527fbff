package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The files of `-o` are there whole or as they were, and whatever is wrong is one line.
@Timeout(300)
final class OutputFilesTest {
  @TempDir Path folder;
  private Path zone = Path.of("");

  @BeforeEach
  void zone() throws IOException {
    zone =
        Files.writeString(
            folder.resolve("a.zone"),
            """
            10.2.0.192.in-addr.arpa. 60 IN PTR mail.example.
            mail.example. 60 IN A 192.0.2.10
            """);
  }

  private Shell.Run check(String input, String... outputs) {
    var arguments = new ArrayList<>(List.of("check", input, "--zone", zone.toString()));
    for (var output : outputs) {
      arguments.addAll(output.startsWith("--") ? List.of(output) : List.of("-o", output));
    }
    return Shell.run(arguments.toArray(String[]::new));
  }

  private List<String> files() {
    return List.of(Objects.requireNonNull(folder.toFile().list()));
  }

  private static void isOneLine(Shell.Run run, String... parts) {
    assertThat(run.err().lines()).singleElement().asString().startsWith("whence: ").contains(parts);
    assertThat(run.status()).isEqualTo(ExitStatus.IO);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void fileThatIsThereIsReplacedWholeAndReadBySameOnes() throws IOException {
    var file = Files.writeString(folder.resolve("case.html"), "an older one");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    var run = check("192.0.2.10", file.toString());

    assertThat(run.status()).isZero();
    assertThat(file).content().startsWith("<!DOCTYPE html>").contains("</html>");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(files()).containsExactlyInAnyOrder("a.zone", "case.html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"case.csv", "case.json", "case.html", "case.pdf"})
  void inputThatCannotBeReadLeavesAFileAsItWas(String name) throws IOException {
    var file = Files.writeString(folder.resolve(name), "an older one");

    isOneLine(check("no such thing", file.toString()), "no such thing");

    assertThat(file).hasContent("an older one");
    assertThat(files()).containsExactlyInAnyOrder("a.zone", name);
  }

  @Test
  void formatThatCannotHoldTheCaseCostsTheOthersNothing() throws IOException {
    var draft = Files.writeString(folder.resolve("case.eml"), "an older one");
    var page = folder.resolve("case.md");

    var run = check("192.0.2.10", draft.toString(), page.toString());

    isOneLine(run, "--format: arf: reports a mail");
    assertThat(draft).hasContent("an older one");
    assertThat(page).content().contains("192");
    assertThat(files()).containsExactlyInAnyOrder("a.zone", "case.eml", "case.md");
  }

  @ParameterizedTest
  @ValueSource(strings = {"html", "json", "csv", "pdf", "whence"})
  void fullDiskIsOneLine(String ending) throws IOException {
    assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full");
    var full = Files.createSymbolicLink(folder.resolve("full." + ending), Path.of("/dev/full"));

    var run = check("192.0.2.10", full.toString());

    assertThat(run.err().lines()).singleElement().asString().startsWith("whence: " + full + ": ");
    assertThat(run.status()).isEqualTo(ExitStatus.IO);
    assertThat(run.err())
        .contains(ending.equals("whence") ? "name another file" : "No space left on device");
    assertThat(Files.isSymbolicLink(full)).isTrue();
  }

  @Test
  void diskThatFillsUpWhileItIsWrittenLeavesWhatWasThere() throws Exception {
    var file = Files.writeString(folder.resolve("case.pdf"), "an older one");

    // A limit of the process for the size of files: root has none for the room on a disk.
    var told =
        child(
            "ulimit -f 8 && exec \"$0\" \"$@\"",
            ExitStatus.IO,
            "check",
            "192.0.2.10",
            "--zone",
            zone.toString(),
            "-o",
            file.toString());

    assertThat(told.lines())
        .singleElement()
        .asString()
        .startsWith("whence: " + file + ": cannot be written: ")
        .endsWith("; choose another place");
    assertThat(file).hasContent("an older one");
    assertThat(files()).containsExactlyInAnyOrder("a.zone", "case.pdf", "told");
  }

  @Test
  void diskThatFillsUpWhileACaseIsSavedLeavesNone() throws Exception {
    var file = folder.resolve("case.whence");

    var told =
        child("ulimit -f 8 && exec \"$0\" \"$@\"", ExitStatus.IO, "demo", "-o", file.toString());

    assertThat(told.lines())
        .singleElement()
        .asString()
        .startsWith("whence: " + file + ": cannot be written: ");
    assertThat(files()).containsExactlyInAnyOrder("a.zone", "told");
  }

  @Test
  void moreThanTheHeapHoldsIsOneLineAndLeavesWhatWasThere() throws Exception {
    var file = Files.writeString(folder.resolve("case.json"), "an older one");
    var mail = folder.resolve("large.eml");
    Files.writeString(
        mail,
        """
        Received: from a.example (a.example [192.0.2.1]) by mx.example.org; 23 Nov 2026 15:40 Z
        From: ann@example.org
        Date: Mon, 23 Nov 2026 15:39:00 +0000
        MIME-Version: 1.0

        """
            + "words\n".repeat(10_000_000));

    var told =
        child(
            "exec \"$0\" -Xmx48m \"$@\"",
            ExitStatus.IO,
            "check",
            mail.toString(),
            "--offline",
            "-o",
            file.toString());

    assertThat(told.lines())
        .singleElement()
        .asString()
        .startsWith("whence: memory: this is too large for the ")
        .contains("give it more");
    assertThat(file).hasContent("an older one");
    assertThat(files()).containsExactlyInAnyOrder("a.zone", "large.eml", "case.json", "told");
  }

  /// Runs the program by a shell, and returns all that it told.
  ///
  /// @param script what the shell does; `$0` is Java
  private String child(String script, int status, String... arguments)
      throws IOException, InterruptedException {
    assumeTrue(Files.exists(Path.of("/bin/sh")), "no shell");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var command = new ArrayList<>(List.of("/bin/sh", "-c", script, java));
    command.addAll(List.of("-XX:-UsePerfData", "-cp", classes, "org.whence.Whence"));
    command.addAll(List.of(arguments));
    var told = folder.resolve("told");
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(told.toFile()).start();
    var ended = process.waitFor();
    var text = Files.readString(told, StandardCharsets.UTF_8);
    assertThat(ended).as(text).isEqualTo(status);
    return text;
  }

  @Test
  void folderThatCannotBeWrittenIntoIsOneLine() throws IOException {
    // Nobody can make files there, not even root.
    var readOnly = Path.of("/sys");
    assumeTrue(Files.isDirectory(readOnly), "no /sys");
    var file = readOnly.resolve("case.html");

    isOneLine(
        check("192.0.2.10", file.toString()), file + ": cannot be written: ", "choose another");

    var notAFolder = Files.writeString(folder.resolve("notes.txt"), "mine");
    isOneLine(check("192.0.2.10", notAFolder + "/case.html"), "Not a directory");
    assertThat(notAFolder).hasContent("mine");
    isOneLine(check("192.0.2.10", folder.resolve("no/case.html").toString()), "its folder does");
    isOneLine(check("192.0.2.10", folder.toString()), "is a folder");
  }

  @Test
  void whoeverWantsNothingReplacedSaysSo() throws IOException {
    var file = Files.writeString(folder.resolve("case.html"), "mine");
    var empty = Files.createFile(folder.resolve("case.json"));

    isOneLine(
        check("192.0.2.10", "--no-overwrite", file.toString(), empty.toString()),
        file + ": is there already, and was left; name another file, or say --overwrite");

    assertThat(file).hasContent("mine");
    assertThat(check("192.0.2.10", "--no-overwrite", empty.toString()).status()).isZero();
    assertThat(check("192.0.2.10", "--overwrite", file.toString()).status()).isZero();
    assertThat(file).content().startsWith("<!DOCTYPE html>");
  }

  @Test
  void recordingIsNotReplacedEitherWhereNothingMayBe() throws IOException {
    var recording = Files.writeString(folder.resolve("case.dns.jsonl"), "mine");

    var run =
        Shell.run(
            "check",
            "192.0.2.10",
            "--zone",
            zone.toString(),
            "--no-overwrite",
            "--record",
            recording.toString());

    isOneLine(run, "case.dns.jsonl: is there already");
    assertThat(recording).hasContent("mine");
  }

  @Test
  void twoReportsDoNotGoIntoOneFile() {
    var run = check("192.0.2.10", folder + "/a.json", folder + "/./a.json");

    assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(run.err()).contains("is named twice; name another file");
    assertThat(files()).containsExactly("a.zone");
  }

  @Test
  void linkLeadsToTheFileThatIsReplaced() throws IOException {
    var real = Files.writeString(folder.resolve("real.json"), "old");
    var link = Files.createSymbolicLink(folder.resolve("link.json"), real);

    assertThat(check("192.0.2.10", link.toString()).status()).isZero();

    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(real).content().startsWith("{\"whence\"");
  }
}
