package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.whence.gui.model.ChainNode;
import org.whence.gui.model.Phase;
import org.whence.history.HistoryTopic;

/// The history in the window: cases are remembered and marked, unless that is not wanted or cannot
/// be.
final class HistoryStoryTest extends HistoryGuiTest {
  private Optional<ChainNode> seen() {
    return fx(() ->
        model().chain().tops().stream()
            .filter(node -> node.topic() == HistoryTopic.SEEN)
            .findFirst());
  }

  @Test
  void caseIsRememberedAndWhatWasSeenBeforeIsMarkedAndLeadsIntoTheHistory()
      throws IOException, InterruptedException {
    keep("2026-10-14-000000000000", Optional.empty(), address());

    investigate("192.0.2.10");
    await(model().chain().revisionProperty(), _ -> seen().isPresent());

    var mark = seen().orElseThrow().children().getFirst();
    assertThat(references()).containsExactly("pasted", "2026-10-14-000000000000.eml");
    robot.interact(() -> model().selectedProperty().set(Optional.of(mark)));
    robot.interact(() ->
        node("window").lookupAll(".hyperlink").stream()
            .map(Hyperlink.class::cast)
            .filter(link -> link.getText().contains("history"))
            .findFirst()
            .orElseThrow()
            .fire());
    awaitCases(2);
    assertThat(((TextField) node("historyWords")).getText()).isEqualTo("192.0.2.10");
  }

  private List<Hyperlink> linksOfHops() {
    return fx(() ->
        node("hops").lookupAll(".seen-link").stream()
            .filter(link -> link.isVisible() && link.getParent().isVisible())
            .map(Hyperlink.class::cast)
            .toList());
  }

  @Test
  void hopWhoseClientWasSeenBeforeSaysSoAndLeadsIntoTheHistory()
      throws IOException, InterruptedException {
    keep("one", Optional.empty(), address());
    keep("two", Optional.empty(), address());

    investigate(
        """
        Received: from mail.example.org (mail.example.org [192.0.2.10]) by mx.example.net; Mon, 23 Nov 2026 10:00:00 +0000
        Received: from pc (pc [198.51.100.7]) by mail.example.org; Mon, 23 Nov 2026 09:59:00 +0000
        From: ann@example.org

        x
        """);
    await(model().chain().revisionProperty(), _ -> seen().isPresent());
    robot.interact(() -> stage().getScene().snapshot(null));

    assertThat(linksOfHops())
        .singleElement()
        .satisfies(link -> {
          assertThat(link.getText()).isEqualTo("2 cases");
          assertThat(link.getAccessibleText()).contains("192.0.2.10");
        });
    robot.interact(() -> linksOfHops().getFirst().fire());
    awaitCases(3);
    assertThat(((TextField) node("historyWords")).getText()).isEqualTo("192.0.2.10");
  }

  @Test
  void privateSessionMarksAndWritesNothing() throws IOException, InterruptedException {
    keep("one", Optional.empty(), address());
    var before = Files.readAllBytes(file());
    robot.interact(() -> item("privateSession").setSelected(true));
    assertThat(node("statusPrivate").isVisible()).isTrue();

    investigate("192.0.2.10");
    await(model().chain().revisionProperty(), _ -> seen().isPresent());

    assertThat(file()).hasBinaryContent(before);
    assertThat(stage().getTitle()).endsWith("(private session)");
  }

  @Test
  void privateSessionBeginsNoHistory() throws InterruptedException {
    robot.interact(() -> item("privateSession").setSelected(true));
    investigate("192.0.2.10");
    showHistory();
    await(label("historyCount").textProperty(), text -> text.equals("0 of no cases"));

    assertThat(folder).isEmptyDirectory();
  }

  private CheckMenuItem item(String id) {
    return (CheckMenuItem)
        ((MenuButton) node("more"))
            .getItems().stream().filter(each -> id.equals(each.getId())).findFirst().orElseThrow();
  }

  @Test
  void brokenHistoryIsOneLineAndTheCaseGoesOn() throws IOException, InterruptedException {
    Files.writeString(file(), "no database at all".repeat(500));

    investigate("192.0.2.10");
    await(model().noticeProperty(), told -> told.error());

    assertThat(model().noticeProperty().get().text())
        .contains("is no database", "the case is not remembered");
    assertThat(rows()).anyMatch(row -> row.contains("192.0.2.10") && row.contains("pass"));
    showHistory();
    await(label("historyTrouble").textProperty(), text -> text.contains("is no database"));
  }

  @Test
  void databaseOfAnotherProgramIsOneLineAndLeftAsItIs()
      throws IOException, InterruptedException, SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE bookmarks (url TEXT)");
    }
    var before = Files.readAllBytes(file());

    investigate("192.0.2.10");
    await(model().noticeProperty(), told -> told.error());

    assertThat(model().noticeProperty().get().text())
        .contains("is the database of another program")
        .doesNotContain("\n");
    assertThat(rows()).anyMatch(row -> row.contains("192.0.2.10") && row.contains("pass"));
    showHistory();
    await(label("historyTrouble").textProperty(), text -> text.contains("another program"));
    assertThat(file()).hasBinaryContent(before);
  }

  @Test
  void sampleIsNobodysCase() throws InterruptedException {
    robot.clickOn("#sample");
    await(Phase.DONE);
    showHistory();
    await(label("historyCount").textProperty(), text -> !text.isEmpty());

    assertThat(file()).doesNotExist();
  }

  @Test
  void nothingIsRememberedWhereThatIsSwitchedOff() throws InterruptedException {
    showHistory();
    Node box = node("historyRemember");
    robot.clickOn(box);
    press(KeyCode.ESCAPE);
    investigate("192.0.2.10");

    assertThat(settings.remembering()).isFalse();
    assertThat(file()).doesNotExist();
  }
}
