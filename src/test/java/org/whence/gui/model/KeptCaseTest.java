package org.whence.gui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.casefile.CaseWriter;
import org.whence.casefile.Notes;
import org.whence.casefile.Recorded;
import org.whence.chain.ChainListener;
import org.whence.chain.Verdict;
import org.whence.investigation.InputReader;
import org.whence.investigation.Options;
import org.whence.report.Wording;

/// A case that was kept, opened in the window: it answers for itself.
final class KeptCaseTest {
  private final InTurn tasks = new InTurn();
  private final TestPlaces places = new TestPlaces();
  private final CaseModel model = new CaseModel(new NodeWords(Wording.load(), Texts.load()));
  private final Desk desk = new Desk(model, places, tasks, () -> Zone.NOW);

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void save() throws IOException {
    file = folder.resolve("a.whence");
    var elsewhere = new TestPlaces();
    try (var resolution = elsewhere.resolution("system", true, Security.USUAL, Pace.USUAL)) {
      var asked = new Recorded.Asked(resolution, Options.defaults(), new byte[0]);
      var made =
          Recorded.of(
              InputReader.pasted("192.0.2.10"),
              asked,
              () -> Zone.NOW,
              ChainListener.NONE,
              Notes.NONE);
      CaseWriter.save(made.kept(), file, false, () -> Zone.NOW);
    }
  }

  private void open() {
    desk.open(file);
    tasks.runAll();
  }

  @Test
  void openingShowsTheTreeAndSendsNothing() {
    model.askingProperty().set(false);

    open();

    assertThat(model.phaseProperty().get()).isEqualTo(Phase.DONE);
    var outcome = model.chain().tops().getFirst().state().outcome().orElseThrow();
    assertThat(outcome.verdict()).isEqualTo(Verdict.PASS);
    assertThat(places.opened()).isEmpty();
    assertThat(model.saved().originProperty().get().orElseThrow().provenance().started())
        .isEqualTo(Zone.NOW);
    assertThat(model.saved().fileProperty().get()).contains(file);
    assertThat(model.saved().changedProperty().get()).isFalse();
  }

  @Test
  void askingAgainAsksTheNetworkAndCompares() {
    open();

    new AskingAgain(model, desk, places, () -> Zone.NOW).compare();
    tasks.runAll();

    assertThat(places.opened()).hasSize(1);
    assertThat(model.investigationProperty().get()).isPresent();
    // What was recorded is not written over by what is said now.
    assertThat(model.saved().fileProperty().get()).isEmpty();
  }

  @Test
  void anotherInputIsAskedAsEver() {
    open();

    desk.paste("192.0.2.11");
    desk.investigate();
    tasks.runAll();

    assertThat(places.opened()).hasSize(1);
  }

  /// Puts another part in the place of one, or beside all.
  private void rewrite(String part, byte[] octets) throws IOException {
    var parts = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipInputStream(Files.newInputStream(file))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    parts.put(part, octets);
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var each : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
      }
    }
  }

  private String refused() {
    open();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.EMPTY);
    assertThat(model.saved().originProperty().get()).isEmpty();
    assertThat(model.noticeProperty().get().error()).isTrue();
    assertThat(model.noticeProperty().get().text()).startsWith("a.whence").doesNotContain("\n");
    return model.noticeProperty().get().text();
  }

  @Test
  void newerFormatIsRefusedByName() throws IOException {
    rewrite(
        "manifest.json",
        "{\"format\":2,\"whence\":\"9.1\",\"parts\":[]}".getBytes(StandardCharsets.UTF_8));
    assertThat(refused()).contains("format 2", "Whence 9.1", "open it with that version");
  }

  @Test
  void bombIsRefused() throws IOException {
    rewrite("notes.json", new byte[17 * 1024 * 1024]);
    assertThat(refused()).contains("notes.json", "more than any case holds");
  }

  @Test
  void strangeNamesAreToldVisiblyAndTheRestIsShown() throws IOException {
    rewrite("../../evil\u202e\n.desktop", new byte[1]);
    open();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.DONE);
    assertThat(model.noticeProperty().get().text())
        .contains("../../evil<U+202E>", "no part of a case")
        .doesNotContain("\n", "\u202e");
    assertThat(folder.resolve("../../evil")).doesNotExist();
    assertThat(model.saved().fileProperty().get()).isEmpty();
  }

  @Test
  void damageIsToldInOneLine() throws IOException {
    var whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));

    open();

    assertThat(model.noticeProperty().get().error()).isTrue();
    assertThat(model.noticeProperty().get().text()).isNotBlank().doesNotContain("\n");
    assertThat(model.saved().fileProperty().get()).isEmpty();
  }
}
