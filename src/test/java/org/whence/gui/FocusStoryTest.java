package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
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
