package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whence.dns.Failure;
import org.whence.gui.model.Phase;
import org.whence.gui.model.Zone;

/// What goes wrong is one clear line, and what could be done is done.
final class TroubleStoryTest extends GuiTest {

  private String notice() throws InterruptedException {
    await(model().noticeProperty(), notice -> notice.error());
    return fx(() -> ((Label) node("noticeText")).getText());
  }

  @Test
  void halfAnAddressIsToldWithItsReason() throws InterruptedException {
    clipboard("192.0.513");
    press(KeyCode.CONTROL, KeyCode.V);
    assertThat(notice()).contains("192.0.513");
    assertThat(fx(() -> node("investigate").isDisabled())).isTrue();
  }

  @Test
  void nothingToRecogniseIsTold() throws InterruptedException {
    clipboard("see you at lunch");
    press(KeyCode.CONTROL, KeyCode.V);
    assertThat(notice()).contains("neither an address nor a header");
  }

  @Test
  void emptyFolderIsTold(@TempDir Path folder) throws InterruptedException {
    chosen.opened = List.of(folder);
    robot.clickOn("#open");
    assertThat(notice()).contains("holds nothing");
  }

  @Test
  void noNetworkLeavesATreeThatCouldNotTell() throws InterruptedException {
    places.answer(Zone.failing(Failure.NETWORK));
    investigate("192.0.2.10");
    assertThat(notice()).contains("udp://192.0.2.53:53", "network");
    assertThat(rows().getFirst()).contains("IPREV temperror");
    robot.clickOn("#dismiss");
    assertThat(fx(() -> node("notice").isVisible())).isFalse();
  }

  @Test
  void unknownResolverIsTold() throws InterruptedException {
    robot.interact(() -> model().resolverProperty().set("nowhere"));
    paste("192.0.2.10");
    press(KeyCode.CONTROL, KeyCode.ENTER);
    assertThat(notice()).contains("nowhere: unknown resolver");
    assertThat(model().phaseProperty().get()).isEqualTo(Phase.READY);
  }

  @ParameterizedTest
  @CsvSource({
    "udp://nowhere:x, use udp://192.0.2.53:53",
    "tls://dns.example, use tls://192.0.2.53:853#dns.example",
    "https:/dns.example, use https://",
  })
  void malformedUriIsToldWithAnExample(String uri, String example) throws InterruptedException {
    places.real();
    robot.interact(() -> model().resolverProperty().set(uri));
    paste("192.0.2.10");
    press(KeyCode.CONTROL, KeyCode.ENTER);
    assertThat(notice()).startsWith(uri).contains(example);
    assertThat(model().phaseProperty().get()).isEqualTo(Phase.READY);
  }

  @Test
  void newCaseDropsWhatTheOldOneStillSays() throws InterruptedException {
    var gate = new Gate(Zone.small(), 1);
    places.answer(gate);
    paste("192.0.2.10");
    press(KeyCode.CONTROL, KeyCode.ENTER);
    gate.awaitAsked();
    places.answer(Zone.small());
    investigate("192.0.2.11");
    gate.open();
    assertThat(rows()).noneMatch(row -> row.contains("192.0.2.10"));
    assertThat(rows().getFirst()).contains("192.0.2.11", "IPREV fail");
  }
}
