package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.whence.gui.model.FieldRow;
import org.whence.gui.model.Phase;
import org.whence.gui.model.Zone;

/// Walking the window without a mouse.
final class FocusStoryTest extends GuiTest {
  private String focus() {
    return fx(() -> String.valueOf(stage().getScene().getFocusOwner().getId()));
  }

  private void focus(String id) {
    robot.interact(() -> node(id).requestFocus());
  }

  @Test
  void tabWalksThroughTheInputAndLeavesItAsItIs() throws InterruptedException {
    investigate("192.0.2.10");
    focus("input");
    press(KeyCode.TAB);
    assertThat(focus()).isEqualTo("inputGiven");
    press(KeyCode.SHIFT, KeyCode.TAB);
    press(KeyCode.SHIFT, KeyCode.TAB);
    assertThat(focus()).isEqualTo("keys");
    assertThat(model().textProperty().get()).isEqualTo("192.0.2.10");
    assertThat(model().phaseProperty().get()).isEqualTo(Phase.DONE);
  }

  @Test
  void fieldLeadsToItsOctetsAndTheOctetsToTheirFieldInEveryPart() throws InterruptedException {
    robot.clickOn("#sample");
    await(Phase.DONE);
    robot.interact(() -> ((TabPane) node("tabs")).getSelectionModel().select(2));
    await(model().message().anatomyProperty(), Optional::isPresent);
    focus("fields");
    press(KeyCode.DOWN);
    press(KeyCode.DOWN);
    press(KeyCode.ENTER);
    assertThat(focus()).isEqualTo("raw");
    assertThat(marked()).startsWith("Received: from ex01.example.org");

    press(KeyCode.UP);
    assertThat(marked()).startsWith("Return-Path: ").doesNotContain("\n");
    robot.interact(() -> ((TabPane) node("partTabs")).getSelectionModel().select(1));
    focus("raw");
    press(KeyCode.ENTER);
    assertThat(focus()).isEqualTo("fields");
    assertThat(fx(() -> chosen().name())).isEqualTo("Return-Path");

    focus("raw");
    robot.interact(() -> {
      var raw = (TextArea) node("raw");
      raw.positionCaret(raw.getText().indexOf("Content-Type: text/html"));
    });
    press(KeyCode.ENTER);
    assertThat(focus()).isEqualTo("fields");
    assertThat(fx(() -> chosen().read())).startsWith("text/html");
    assertThat(marked()).startsWith("Content-Type: text/html").doesNotContain("<small>");
  }

  private FieldRow chosen() {
    return (FieldRow) ((TableView<?>) node("fields")).getSelectionModel().getSelectedItem();
  }

  private String marked() {
    return fx(() -> ((TextArea) node("raw")).getSelectedText());
  }

  @Test
  void whatLiesOverTheWindowKeepsTheFocus() {
    focus("asking");
    press(KeyCode.CONTROL, KeyCode.COMMA);
    for (var i = 0; i < 30; i++) {
      press(KeyCode.TAB);
      assertThat(fx(this::isOverTheWindow)).as(focus()).isTrue();
    }
    press(KeyCode.SHIFT, KeyCode.TAB);
    assertThat(fx(this::isOverTheWindow)).as(focus()).isTrue();
    press(KeyCode.ESCAPE);
    assertThat(focus()).isEqualTo("asking");

    press(KeyCode.F1);
    press(KeyCode.TAB);
    assertThat(focus()).isEqualTo("sheet-close");
    press(KeyCode.SHIFT, KeyCode.TAB);
    assertThat(focus()).isEqualTo("sheet-close");
  }

  private boolean isOverTheWindow() {
    return Stream.iterate(stage().getScene().getFocusOwner(), Objects::nonNull, Node::getParent)
        .anyMatch(node -> "sheet".equals(node.getId()));
  }

  @Test
  void sampleHandsTheFocusToTheChain() throws InterruptedException {
    robot.clickOn("#sample");
    await(Phase.DONE);
    assertThat(focus()).isEqualTo("tree");
  }

  @Test
  void focusStaysWhereTheButtonWasThatBeganTheRun() throws InterruptedException {
    var gate = new Gate(Zone.small(), 1);
    places.answer(gate);
    paste("192.0.2.10");
    focus("investigate");
    press(KeyCode.SPACE);
    gate.awaitAsked();
    assertThat(focus()).isEqualTo("stop");
    press(KeyCode.SPACE);
    await(Phase.STOPPED);
    assertThat(focus()).isEqualTo("investigate");
  }
}
