package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.whence.gui.model.Pace;

/// Keeping resolver profiles of one's own.
final class ProfileStoryTest extends GuiTest {

  @Test
  void profileIsWrittenCheckedSavedAndCanBeAsked() throws InterruptedException {
    press(KeyCode.CONTROL, KeyCode.COMMA);
    write("office tls://192.0.2.53#dns.example\ngoogle udp://192.0.2.1\nlab nowhere");
    assertThat(meaning())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("office: tls://192.0.2.53:853#dns.example"),
            line -> assertThat(line).contains("line 2", "google", "use another name"),
            line -> assertThat(line).contains("line 3", "nowhere"));

    robot.clickOn("#sheet-save");
    await(model().noticeProperty(), told -> told.text().contains("resolvers.conf"));
    assertThat(fx(() -> node("sheet").isVisible())).isFalse();
    assertThat(resolver().getItems()).endsWith("office");
    robot.interact(() -> resolver().setValue("office"));
    investigate("192.0.2.10");
    assertThat(places.opened()).containsExactly("office");

    robot.clickOn("#editProfiles");
    await(text().textProperty(), written -> written.startsWith("office"));
  }

  @Test
  void authorityIsNamedAtTheEndOfItsLine() {
    chosen.authority = Optional.of(Path.of("/settings/office.pem"));
    press(KeyCode.CONTROL, KeyCode.COMMA);
    write("office tls://192.0.2.53\nlab udp://192.0.2.1");
    robot.interact(() -> text().positionCaret(3));
    robot.clickOn("#profilesAuthority");
    assertThat(fx(() -> text().getText()))
        .isEqualTo("office tls://192.0.2.53 ca=/settings/office.pem\nlab udp://192.0.2.1");
    assertThat(meaning().getFirst()).endsWith("trusting /settings/office.pem");
  }

  @Test
  @SuppressWarnings("unchecked")
  void serversAreAskedAsHardAsIsSaidThere() throws InterruptedException {
    press(KeyCode.CONTROL, KeyCode.COMMA);
    robot.interact(() -> {
      ((Spinner<Integer>) node("paceTimeout")).getValueFactory().setValue(2);
      ((Spinner<Integer>) node("paceRate")).getValueFactory().setValue(50);
      ((Spinner<Integer>) node("paceInFlight")).getEditor().setText("20");
      ((Spinner<Integer>) node("paceInFlight")).commitValue();
    });
    press(KeyCode.ESCAPE);
    investigate("192.0.2.10");
    assertThat(places.paces())
        .containsExactly(new Pace(Duration.ofSeconds(2), 2, 20, 50))
        .containsExactly(settings.pace());
  }

  @Test
  void fileThatCannotBeWrittenIsTold() throws InterruptedException {
    press(KeyCode.CONTROL, KeyCode.COMMA);
    write("# full\noffice udp://192.0.2.1");
    robot.clickOn("#sheet-save");
    await(model().noticeProperty(), told -> told.error() && told.text().contains("no space left"));
    assertThat(resolver().getItems()).doesNotContain("office");
  }

  private void write(String profiles) {
    robot.interact(() -> text().setText(profiles));
  }

  private TextArea text() {
    return (TextArea) node("profilesText");
  }

  @SuppressWarnings("unchecked")
  private ComboBox<String> resolver() {
    return (ComboBox<String>) node("resolver");
  }

  private List<String> meaning() {
    return fx(() ->
        ((Pane) stage().getScene().lookup("#profilesMeaning"))
            .getChildren().stream().map(line -> ((Labeled) line).getText()).toList());
  }
}
