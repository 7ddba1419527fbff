package org.whence.gui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.casefile.CaseReader;
import org.whence.chain.Verdict;
import org.whence.report.Format;
import org.whence.report.Wording;

/// Saving the case, and leaving it.
final class CaseDeskTest {
  private final InTurn tasks = new InTurn();
  private final CaseModel model = new CaseModel(new NodeWords(Wording.load(), Texts.load()));
  private final TestPlaces places = new TestPlaces();
  private final Desk desk = new Desk(model, places, tasks, () -> Zone.NOW);
  private final List<String> offered = new ArrayList<>();
  private final CaseDesk cases = new CaseDesk(model, desk, new Dialogs(), tasks, () -> Zone.NOW);

  @TempDir Path folder;
  private Optional<Path> chosen = Optional.empty();

  private final class Dialogs implements FileDialogs {
    @Override
    public Optional<Path> folder(String title) {
      return Optional.empty();
    }

    @Override
    public List<Path> open() {
      return List.of();
    }

    @Override
    public Optional<Path> rules() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> authority() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> anchors() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> recording() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(Format format) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(String name) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> saveCase(String name) {
      offered.add(name);
      return chosen;
    }
  }

  private void investigated() {
    desk.paste("192.0.2.10");
    desk.investigate();
    tasks.runAll();
  }

  private void save() {
    cases.save();
    tasks.runAll();
  }

  private Path savedAs(String name) {
    chosen = Optional.of(folder.resolve(name));
    cases.saveAs();
    tasks.runAll();
    return folder.resolve(name);
  }

  private String notice() {
    return model.noticeProperty().get().text();
  }

  private void answer(String key) {
    var question = model.questionProperty().get().orElseThrow();
    model.questionProperty().set(Optional.empty());
    question.choices().stream()
        .filter(choice -> choice.key().equals(key))
        .findFirst()
        .orElseThrow()
        .act()
        .run();
    tasks.runAll();
  }

  @Test
  void caseThatIsSavedOpensWithAllOfIt() {
    investigated();
    var node = model.chain().tops().getFirst();
    model.notes().write(node, "ask the owner");
    model.notes().conclude("harmless");
    model.notes().tag(List.of("4711"));
    assertThat(model.saved().changedProperty().get()).isTrue();

    var file = savedAs("a.whence");

    assertThat(offered).containsExactly("case.whence");
    assertThat(model.saved().changedProperty().get()).isFalse();
    assertThat(model.saved().fileProperty().get()).contains(file);
    desk.open(file);
    tasks.runAll();
    assertThat(places.opened()).hasSize(1);
    var top = model.chain().tops().getFirst();
    assertThat(top.state().outcome().orElseThrow().verdict()).isEqualTo(Verdict.PASS);
    assertThat(model.notes().at(top).orElseThrow().text()).isEqualTo("ask the owner");
    assertThat(model.notes().notes().conclusion()).isEqualTo("harmless");
    assertThat(model.notes().notes().tags()).containsExactly("4711");
    assertThat(notice()).doesNotContain("verdict");
  }

  @Test
  void savingAgainWritesTheSameFileWithoutAsking() throws IOException {
    investigated();
    var file = savedAs("a.whence");
    model.notes().conclude("more");
    save();
    assertThat(offered).hasSize(1);
    assertThat(CaseReader.read(file).notes().conclusion()).isEqualTo("more");
    assertThat(model.saved().changedProperty().get()).isFalse();
  }

  @Test
  void savingWhileTheCaseIsBeingWrittenSavesWhatCameSince() throws IOException {
    investigated();
    var file = savedAs("a.whence");
    model.notes().conclude("one");
    cases.save();
    model.notes().conclude("two");
    cases.save();
    tasks.runAll();
    assertThat(CaseReader.read(file).notes().conclusion()).isEqualTo("two");
  }

  @Test
  void whatWasAskedAgainIsInTheCase() {
    investigated();
    var question =
        model
            .chain()
            .tops()
            .getFirst()
            .all()
            .filter(node -> NodeWords.question(node).isPresent())
            .findFirst()
            .orElseThrow();
    places.answer(Zone.of("10.2.0.192.in-addr.arpa. 60 IN PTR other.example.org."));
    desk.askAgain(question);
    tasks.runAll();
    desk.open(savedAs("a.whence"));
    tasks.runAll();
    var opened = model.chain().at(question.path()).orElseThrow();
    assertThat(opened.state().exchanges()).hasSize(2);
  }

  @Test
  void endingIsAddedAndWhatIsThereUnderThatNameIsAskedAbout() throws IOException {
    Files.writeString(folder.resolve("a.whence"), "not ours");
    investigated();
    savedAs("a");
    assertThat(model.questionProperty().get().orElseThrow().text()).contains("a.whence");
    assertThat(folder.resolve("a.whence")).hasContent("not ours");
    answer("replace.yes");
    assertThat(CaseReader.read(folder.resolve("a.whence")).damages()).isEmpty();
    assertThat(folder.resolve("a")).doesNotExist();
  }

  @Test
  void fileThatSomebodyElseWroteSinceIsAskedAbout() throws IOException {
    investigated();
    var file = savedAs("a.whence");
    Files.writeString(file, "theirs");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1));
    model.notes().conclude("mine");
    save();
    assertThat(file).hasContent("theirs");
    chosen = Optional.of(folder.resolve("b.whence"));
    answer("replace.other");
    assertThat(file).hasContent("theirs");
    assertThat(CaseReader.read(folder.resolve("b.whence")).notes().conclusion()).isEqualTo("mine");
  }

  @Test
  void placeThatCannotBeWrittenIsToldInOneLineAndNothingIsLost() {
    investigated();
    model.notes().conclude("mine");
    savedAs("nowhere/a.whence");
    assertThat(model.noticeProperty().get().error()).isTrue();
    assertThat(notice()).contains("nowhere", "folder does not exist").doesNotContain("\n");
    assertThat(model.saved().changedProperty().get()).isTrue();
    savedAs("a.whence");
    assertThat(model.saved().changedProperty().get()).isFalse();
  }

  @Test
  void nothingIsSavedBeforeARun() {
    save();
    assertThat(notice()).contains("investigate first");
    assertThat(offered).isEmpty();
  }

  @Test
  void aLongListIsSavedAsACase() throws IOException {
    chosen = Optional.of(folder.resolve("list.whence"));
    desk.paste(
        IntStream.range(0, 250).mapToObj(i -> "192.0.2." + i).collect(Collectors.joining("\n")));
    desk.investigate();
    tasks.runAll();
    save();
    assertThat(offered).hasSize(1);
    assertThat(folder.resolve("list.whence")).isNotEmptyFile();
  }

  @Test
  void anotherInputAsksWhatBecomesOfTheAnalystsWords() {
    investigated();
    model.notes().conclude("mine");
    desk.paste("192.0.2.11");
    tasks.runAll();
    assertThat(model.textProperty().get()).isEqualTo("192.0.2.10");
    assertThat(model.notes().notes().conclusion()).isEqualTo("mine");
    chosen = Optional.of(folder.resolve("a.whence"));
    answer("leave.save");
    assertThat(folder.resolve("a.whence")).exists();
    assertThat(model.textProperty().get()).isEqualTo("192.0.2.11");
    assertThat(model.notes().notes().isEmpty()).isTrue();
  }

  @Test
  void savingThatIsCancelledLeavesNothing() {
    investigated();
    model.notes().conclude("mine");
    desk.paste("192.0.2.11");
    answer("leave.save");
    assertThat(model.notes().notes().conclusion()).isEqualTo("mine");
    desk.paste("192.0.2.11");
    answer("leave.discard");
    assertThat(model.textProperty().get()).isEqualTo("192.0.2.11");
  }

  @Test
  void closingAsksOnlyWhereSomethingWouldBeLost() {
    var closed = new AtomicBoolean();
    desk.paste("192.0.2.10");
    tasks.runAll();
    cases.close(() -> closed.set(true));
    assertThat(closed).isTrue();

    closed.set(false);
    model.notes().conclude("mine");
    cases.close(() -> closed.set(true));
    assertThat(closed).isFalse();
    answer("leave.discard");
    assertThat(closed).isTrue();
  }
}
