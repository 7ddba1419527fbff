package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.whence.gui.model.HopRow;
import org.whence.gui.model.Phase;
import org.whence.gui.model.Progress;
import org.whence.gui.model.QueryRow;
import org.whence.gui.model.Zone;

/// What an analyst does all day: put something in, watch, look, ask again.
final class InvestigatingStoryTest extends GuiTest {

  private static String sample() throws IOException {
    try (var mail =
        InvestigatingStoryTest.class.getResourceAsStream("/org/whence/sample/case.eml")) {
      return new String(
          Objects.requireNonNull(mail).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  @Test
  void pastedAddressBecomesATree() throws InterruptedException {
    investigate("192.0.2.10");
    assertThat(rows().getFirst()).contains("192.0.2.10", "IPREV pass");
    assertThat(rows()).anyMatch(row -> row.contains("PTR 10.2.0.192.in-addr.arpa"));
    assertThat(places.opened()).containsExactly("system");
  }

  @Test
  void pastedMailHasHopsFieldsAndItsOctets() throws InterruptedException, IOException {
    paste(sample());
    assertThat(model().lines().getFirst().text()).contains("6 Received");
    assertThat(model().hops()).hasSize(6);
    @SuppressWarnings("unchecked")
    var hops = (TableView<HopRow>) node("hops");
    robot.interact(() -> hops.getSelectionModel().select(1));
    var raw = (TextArea) node("raw");
    assertThat(fx(raw::getSelectedText))
        .startsWith("Received: from mail.bank.example")
        .endsWith("08:12:07 +0100\n");
    assertThat(places.opened()).isEmpty();
  }

  @Test
  void rowsArePlannedThenAskedThenAnsweredAndTheSelectionStays() throws InterruptedException {
    var gate = new Gate(Zone.small(), 2);
    places.answer(gate);
    paste("192.0.2.10 192.0.2.11");
    press(KeyCode.CONTROL, KeyCode.ENTER);
    gate.awaitAsked();
    await(model().chain().revisionProperty(), _ -> model().queries().open() == 2);
    var question = fx(() -> model().chain().tops().get(1).all().toList().getLast());
    assertThat(question.state().progress()).isEqualTo(Progress.ASKED);
    robot.interact(() -> model().selectedProperty().set(java.util.Optional.of(question)));
    gate.open();
    await(Phase.DONE);
    assertThat(question.state().progress()).isEqualTo(Progress.CLOSED);
    assertThat(fx(() -> tree().getSelectionModel().getSelectedItem().getValue()))
        .isSameAs(question);
  }

  @Test
  void escapeStopsAtOnceAndKeepsWhatWasFound() throws InterruptedException {
    var gate = new Gate(Zone.small(), 1);
    places.answer(gate);
    paste("192.0.2.10");
    press(KeyCode.CONTROL, KeyCode.ENTER);
    gate.awaitAsked();
    press(KeyCode.ESCAPE);
    assertThat(model().phaseProperty().get()).isEqualTo(Phase.STOPPED);
    gate.awaitInterrupted();
    await(model().investigationProperty(), found -> found.isPresent());
    assertThat(model().investigationProperty().get().orElseThrow().stopped()).isTrue();
    assertThat(rows()).isNotEmpty();
  }

  @Test
  void f5AsksAgainAndBothAnswersStand() throws InterruptedException {
    investigate("192.0.2.12");
    var question = fx(() -> model().chain().tops().getFirst().all().toList().getLast());
    robot.interact(() -> model().selectedProperty().set(java.util.Optional.of(question)));
    press(KeyCode.F5);
    await(question.stateProperty(), state -> state.exchanges().size() == 2);
    var evidence = (TextArea) node("evidence");
    assertThat(fx(() -> evidence.getText())).contains("First answer", "asked again");
  }

  @Test
  void queryLeadsToItsStep() throws InterruptedException {
    investigate("192.0.2.10");
    @SuppressWarnings("unchecked")
    var queries = (TableView<QueryRow>) node("queries");
    robot.interact(() -> queries.getSelectionModel().select(0));
    assertThat(fx(() -> tree().getSelectionModel().getSelectedItem().getValue().path()))
        .isEqualTo(model().queries().rows().getFirst().path());
  }

  @Test
  void sampleCaseIsOfferedFirstAndAsksNobody() throws InterruptedException {
    robot.clickOn("#sample");
    await(Phase.DONE);
    assertThat(rows()).anyMatch(row -> row.startsWith("hop 3 of 6") && row.contains("permerror"));
    assertThat(fx(() -> node("welcome").isVisible())).isFalse();
    assertThat(places.opened()).isEmpty();
  }
}
