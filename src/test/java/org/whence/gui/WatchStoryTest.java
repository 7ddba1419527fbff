package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whence.gui.model.WatchChoice;
import org.whence.gui.model.Zone;
import org.whence.history.History;
import org.whence.report.Format;
import org.whence.watch.Watch;

/// A folder that is watched from the window.
@Timeout(120)
final class WatchStoryTest extends GuiTest {
  @TempDir Path folder;
  private Path from = Path.of("");
  private Path to = Path.of("");

  @BeforeEach
  void folders() throws IOException {
    from = Files.createDirectory(folder.resolve("in"));
    to = folder.resolve("out");
    places.history(folder.resolve("history.db"));
    places.answer(
        Zone.of(
            """
            10.2.0.192.in-addr.arpa. 60 IN PTR mail.example.org.
            mail.example.org. 60 IN A 192.0.2.10
            """));
  }

  private void showWatch() {
    robot.interact(() ->
        ((MenuButton) node("more"))
            .getItems().stream()
                .filter(item -> "showWatch".equals(item.getId()))
                .findFirst()
                .ifPresent(MenuItem::fire));
  }

  private void choose() {
    robot.interact(() -> {
      ((TextField) node("watchFrom")).setText(from.toString());
      ((TextField) node("watchTo")).setText(to.toString());
    });
  }

  private void awaitCount(String text) throws InterruptedException {
    await(((Label) node("watchCount")).textProperty(), text::equals);
  }

  private List<String> written() {
    return Stream.of(Objects.requireNonNull(to.toFile().list()))
        .map(name -> name.replaceAll("-[0-9a-f]{12}", "-DIGEST"))
        .sorted()
        .toList();
  }

  @Test
  void mailsBecomeCasesAndReportsUntilItIsStoppedAndNoneIsTakenTwice()
      throws IOException, InterruptedException {
    Files.writeString(from.resolve("a.txt"), "192.0.2.10");
    Files.writeString(from.resolve("b.txt"), "nothing to see");
    settings.remembering(true);
    showWatch();
    choose();
    robot.interact(() -> {
      ((CheckBox) node("watch-json")).setSelected(true);
      ((CheckBox) node("watchRedacted")).setSelected(true);
    });
    robot.clickOn("#watchStart");
    awaitCount("watching: 1 case, 1 failed");

    assertThat(written())
        .contains("a.txt-DIGEST.json", "a.txt-DIGEST.whence", "done.sha256", "failed");
    assertThat(node("statusWatching").isVisible()).isTrue();
    assertThat(((ListView<?>) node("watchDone")).getItems())
        .extracting(outcome -> ((Watch.Outcome) outcome).failure().isPresent())
        .containsExactlyInAnyOrder(true, false);
    assertThat(node("watchFrom").isDisabled()).isTrue();
    robot.clickOn("#watchStop");
    awaitCount("1 case, 1 failed");
    assertThat(node("statusWatching").isVisible()).isFalse();
    assertThat(settings.watch())
        .isEqualTo(new WatchChoice(from.toString(), to.toString(), Set.of(Format.JSON), true));

    Files.writeString(from.resolve("c.txt"), "192.0.2.10 and 192.0.2.11");
    robot.clickOn("#watchStart");
    awaitCount("watching: 1 case, 0 failed");
    robot.clickOn("#watchStop");
    awaitCount("1 case, 0 failed");
    try (var history = History.open(folder.resolve("history.db"), () -> Zone.NOW)) {
      assertThat(history.search("", 10)).hasSize(2);
      assertThat(history.search("a.txt", 1).getFirst().file().orElse("")).startsWith(to.toString());
    }
  }

  @Test
  void privateSessionWritesTheCasesAndRemembersNone() throws IOException, InterruptedException {
    Files.writeString(from.resolve("a.txt"), "192.0.2.10");
    settings.remembering(true);
    robot.interact(() -> model().privateProperty().set(true));
    showWatch();
    choose();
    robot.clickOn("#watchStart");
    awaitCount("watching: 1 case, 0 failed");
    robot.clickOn("#watchStop");
    awaitCount("1 case, 0 failed");

    assertThat(folder.resolve("history.db")).doesNotExist();
  }

  @Test
  void foldersThatWillNotDoAreToldInALine() throws InterruptedException {
    var trouble = fx(() -> ((Label) node("watchTrouble")) == null);
    assertThat(trouble).isTrue();
    showWatch();
    robot.clickOn("#watchStart");
    await(label().textProperty(), text -> text.contains("Name both folders"));

    chosen.folder = Optional.of(from);
    robot.clickOn("#watchChooseFrom");
    robot.clickOn("#watchChooseTo");
    robot.clickOn("#watchStart");
    await(label().textProperty(), text -> text.contains("is the folder that is watched"));

    robot.interact(() -> ((TextField) node("watchFrom")).setText("/nowhere/at/all"));
    robot.clickOn("#watchStart");
    await(label().textProperty(), text -> text.contains("/nowhere/at/all: is no folder"));
    assertThat(node("watchStop").isDisabled()).isTrue();
  }

  private Label label() {
    return (Label) node("watchTrouble");
  }
}
