package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.InTurn;
import org.whence.gui.model.NodeWords;
import org.whence.gui.model.OwnReceivers;
import org.whence.gui.model.Texts;
import org.whence.receiver.Profile;
import org.whence.report.Wording;

/// Rules of one's own, from one start of the window to the next.
final class OwnReceiversTest {
  @TempDir Path folder;
  private final InTurn tasks = new InTurn();
  private final MemorySettings settings = new MemorySettings();
  private final CaseModel model = new CaseModel(new NodeWords(Wording.load(), Texts.load()));

  private OwnReceivers started() {
    var own = new OwnReceivers(model, settings, tasks);
    own.start();
    tasks.runAll();
    return own;
  }

  private Path rules(String file, String name) throws IOException {
    return Files.writeString(
        folder.resolve(file),
        "name: %s\ntitle: a gate\n\nat mail then reply 550 5.7.1 no\n".formatted(name));
  }

  private static List<String> names(OwnReceivers own) {
    return own.profiles().stream().map(Profile::name).toList();
  }

  @Test
  void filesAreReadAgainAtTheNextStart() throws IOException {
    var own = started();
    own.add(rules("a", "first"));
    tasks.runAll();
    own.add(rules("b", "second"));
    tasks.runAll();

    assertThat(names(started())).containsExactly("first", "second");
  }

  @Test
  void sameNameTakesThePlaceOfTheOneBefore() throws IOException {
    var own = started();
    own.add(rules("a", "gate"));
    tasks.runAll();
    own.add(rules("b", "gate"));
    tasks.runAll();

    assertThat(settings.receivers()).containsExactly(folder.resolve("b").toString());
  }

  @Test
  void fileThatIsGoneIsToldAndCanBeRemoved() throws IOException {
    settings.receivers(List.of(folder.resolve("gone").toString(), rules("a", "first").toString()));
    var own = started();

    assertThat(names(own)).containsExactly("first");
    assertThat(model.noticeProperty().get().error()).isTrue();
    assertThat(model.noticeProperty().get().text()).contains("gone").contains("remove it");
    own.remove(own.all().getFirst());
    assertThat(settings.receivers()).containsExactly(folder.resolve("a").toString());
  }
}
