package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.dns.Resolver;
import org.whence.gui.model.Phase;
import org.whence.gui.model.Zone;
import org.whence.gui.page.Line;
import org.whence.gui.page.PageTree;
import org.whence.investigation.Comparison;

/// Asking a whole case again: what changed since, and what rotates.
final class AgainStoryTest extends GuiTest {
  private static final String MOVED =
      """
      10.2.0.192.in-addr.arpa. 3600 IN PTR new.example.org.
      new.example.org. 300 IN A 192.0.2.99
      """;

  @Test
  void whatChangedSinceIsATreeOfDifferences() throws InterruptedException {
    investigate("192.0.2.10");
    places.answer(Zone.of(MOVED));
    press(KeyCode.CONTROL, KeyCode.D);
    await(model().comparisonProperty(), Optional::isPresent);

    assertThat(result()).isEqualTo(Comparison.Result.CHANGED);
    assertThat(fx(() -> node("changesPane").isVisible())).isTrue();
    assertThat(fx(() -> ((Label) node("changesRuns")).getText())).contains("1 verdict changed");
    assertThat(lines())
        .anyMatch(line -> line.startsWith("~ IPREV 192.0.2.10") && line.contains("fail"))
        .anyMatch(line -> line.startsWith("- ") && line.contains("mail.example.org"))
        .anyMatch(line -> line.contains("answer new.example.org; was mail.example.org"));
    assertThat(rows().getFirst()).contains("IPREV fail");

    robot.interact(() -> changes().getSelectionModel().select(1));
    assertThat(model().selectedProperty().get().orElseThrow().path()).isEqualTo("0.0");
    robot.clickOn("#copyChanges");
    await(model().noticeProperty(), told -> told.text().contains("Copied"));
    assertThat(clipboard()).contains("something changed", "was mail.example.org");
  }

  @Test
  void nothingChangedIsSaidAsWell() throws InterruptedException {
    investigate("192.0.2.10");
    choose("compare");
    await(model().comparisonProperty(), Optional::isPresent);
    assertThat(result()).isEqualTo(Comparison.Result.SAME);
  }

  @Test
  void sampleCaseIsComparedWithoutAskingAnybody() throws InterruptedException {
    robot.clickOn("#sample");
    await(Phase.DONE);
    choose("compare");
    await(model().comparisonProperty(), Optional::isPresent);
    // One of its questions has no answer, so that cannot be told.
    assertThat(result()).isEqualTo(Comparison.Result.UNSURE);
    assertThat(places.opened()).isEmpty();
  }

  @Test
  void caseIsComparedWithARecording(@TempDir Path folder) throws IOException, InterruptedException {
    recorded(folder, "");
    paste("192.0.2.10");
    choose("compareRecording");
    await(model().comparisonProperty(), Optional::isPresent);
    assertThat(lines())
        .anyMatch(line -> line.startsWith("~ IPREV 192.0.2.10") && line.contains("was permerror"));

    chosen.recording = Optional.of(folder.resolve("none.jsonl"));
    choose("compareRecording");
    await(model().noticeProperty(), told -> told.error() && told.text().contains("none.jsonl"));
  }

  /// Nothing may be asked, and nothing is, until the analyst asks again.
  @Test
  void recordingAnswersUntilItIsAskedAgain(@TempDir Path folder)
      throws IOException, InterruptedException {
    recorded(folder, "");
    robot.interact(() -> model().askingProperty().set(false));
    paste("192.0.2.10");
    choose("answerRecording");
    await(Phase.DONE);
    assertThat(rows().getFirst()).contains("192.0.2.10", "IPREV permerror");
    assertThat(model().answeringProperty().get()).contains("old.dns.jsonl");

    press(KeyCode.CONTROL, KeyCode.D);
    assertThat(model().noticeProperty().get().error()).isTrue();
    press(KeyCode.CONTROL, KeyCode.ENTER);
    await(Phase.DONE);
    assertThat(rows().getFirst()).contains("IPREV permerror");
    assertThat(places.opened()).isEmpty();

    robot.interact(() -> model().askingProperty().set(true));
    press(KeyCode.CONTROL, KeyCode.D);
    await(model().comparisonProperty(), Optional::isPresent);
    assertThat(rows().getFirst()).contains("IPREV pass");
    assertThat(places.opened()).containsExactly("system");
  }

  @Test
  void damagedLineOfARecordingIsNamedAndTheRestAnswers(@TempDir Path folder)
      throws IOException, InterruptedException {
    recorded(folder, "{\"name\":\"10.2.0.192.in-ad\n");
    paste("192.0.2.10");
    choose("answerRecording");
    await(Phase.DONE);
    assertThat(rows().getFirst()).contains("IPREV permerror");
    await(
        model().noticeProperty(),
        told -> told.text().startsWith("old.dns.jsonl: line 2 is left out: "));
  }

  @Test
  void whatCannotBeComparedSaysWhy() throws InterruptedException {
    paste("192.0.2.10");
    press(KeyCode.CONTROL, KeyCode.D);
    assertThat(model().noticeProperty().get().text()).contains("nothing to compare with");
    press(KeyCode.CONTROL, KeyCode.ENTER);
    await(Phase.DONE);
    robot.clickOn("#asking");
    press(KeyCode.CONTROL, KeyCode.D);
    assertThat(model().noticeProperty().get().text()).contains("Ask DNS is off");
    assertThat(model().comparisonProperty().get()).isEmpty();
  }

  @Test
  void namesThatRotateAreFoundByAskingSeveralTimes() throws InterruptedException {
    places.answer(rotating());
    paste("192.0.2.10");
    choose("repeat");
    robot.clickOn("#repeat-quad9").clickOn("#sheet-repeat-start");
    await(Phase.DONE);

    assertThat(places.opened()).containsExactly("system", "quad9");
    assertThat(model().investigationProperty().get().orElseThrow().rotations())
        .singleElement()
        .satisfies(rotation -> assertThat(rotation.rounds()).hasSize(10));
    assertThat(rows())
        .anyMatch(row -> row.contains("5 times of 2 servers") && row.contains("changes"));
    assertThat(model().selectedProperty().get().orElseThrow().children()).hasSize(10);
  }

  private static Resolver rotating() {
    var names = List.of("one.example.org.", "two.example.org.");
    var asked = new AtomicInteger();
    return question -> {
      var first = names.get(asked.getAndIncrement() % 2);
      return Zone.of("10.2.0.192.in-addr.arpa. 60 IN PTR " + first + "\n").resolve(question);
    };
  }

  private Comparison.Result result() {
    return model().comparisonProperty().get().orElseThrow().result();
  }

  private void choose(String item) {
    fire("again", item);
  }

  private PageTree changes() {
    return (PageTree) node("changesTree");
  }

  private List<String> lines() {
    var lines = new ArrayList<String>();
    robot.interact(() -> collect(changes().getRoot(), lines));
    return lines;
  }

  private static void collect(TreeItem<Line> item, List<String> lines) {
    var line = item.getValue();
    lines.add(line.text() + " " + line.word() + " " + line.reason());
    item.getChildren().forEach(below -> collect(below, lines));
  }

  /// Chooses a recording of an address without a name.
  private void recorded(Path folder, String further) throws IOException {
    var line = "{\"name\":\"10.2.0.192.in-addr.arpa\",\"type\":\"PTR\",\"outcome\":\"nxdomain\"}\n";
    var file = Files.writeString(folder.resolve("old.dns.jsonl"), line + further);
    chosen.recording = Optional.of(file);
  }
}
