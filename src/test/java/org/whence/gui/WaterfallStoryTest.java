package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import org.whence.dns.Answer;
import org.whence.dns.Attempt;
import org.whence.dns.Exchange;
import org.whence.dns.Failure;
import org.whence.dns.Question;
import org.whence.dns.Resolver;
import org.whence.dns.Validation;
import org.whence.gui.model.Phase;
import org.whence.gui.model.QueryRow;
import org.whence.gui.model.QueryWords;
import org.whence.gui.model.Zone;

/// Watching the questions: what became of each, when, and on whose behalf.
final class WaterfallStoryTest extends GuiTest {

  @Test
  void questionIsAskedThenAnsweredOnOneAxis() throws InterruptedException {
    var gate = new Gate(slow(Zone.small()), 1);
    places.answer(gate);
    paste("192.0.2.10");
    press(KeyCode.CONTROL, KeyCode.ENTER);
    gate.awaitAsked();
    await(model().chain().revisionProperty(), _ -> model().queries().open() == 1);
    show();
    assertThat(outcome(0)).isEqualTo("asked");
    assertThat(bars()).contains("open");

    gate.open();
    await(Phase.DONE);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(outcome(0)).isEqualTo("NOERROR");
    assertThat(bars()).contains("answer").doesNotContain("open");
    assertThat(fx(() -> model().queries().axisProperty().get().length())).isPositive();
  }

  @Test
  void triesTheCacheAndFailuresAreTold() throws InterruptedException {
    places.answer(question -> {
      if (question.typeName().equals("PTR")) {
        return tried(Zone.small().resolve(question));
      }
      return question.typeName().equals("A")
          ? Zone.small().resolve(question).fromCache(Duration.ofSeconds(7))
          : Zone.failing(Failure.TIMEOUT).resolve(question);
    });
    investigate("192.0.2.10");
    show();

    assertThat(rowsOf("PTR")).singleElement().asString().contains("2 tries");
    assertThat(rowsOf("A")).singleElement().asString().contains("cache, 7 s old");
    assertThat(rowsOf("AAAA")).singleElement().asString().contains("TIMEOUT", "UDP");
    assertThat(bars()).contains("try", "answer", "cached", "failure");

    robot.interact(() -> queries().getSelectionModel().select(0));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(why()).contains("tried udp://192.0.2.54:53: no answer in time, 30 ms");
  }

  @Test
  void bogusAnswerIsToldWithItsReasonAndItsExtendedError() throws InterruptedException {
    places.answer(question ->
        question.typeName().equals("PTR")
            ? validated(Zone.small().resolve(question), Validation.Status.SECURE, "")
            : validated(
                bogus(question, "signature of yesterday"),
                Validation.Status.BOGUS,
                "signature of yesterday"));
    investigate("192.0.2.10");
    show();

    assertThat(rows().getFirst()).contains("IPREV temperror", "bogus");
    assertThat(
            fx(() ->
                queries().getItems().stream()
                    .map(new QueryWords(model().words())::dnssec)
                    .toList()))
        .containsExactly("secure", "bogus", "bogus");
    assertThat(
            fx(() ->
                queries().getVisibleLeafColumns().stream()
                    .anyMatch(column -> column.getText().equals("DNSSEC"))))
        .isTrue();
    robot.interact(() -> queries().getSelectionModel().select(1));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(
            fx(() ->
                robot.lookup(".exchange .answer").queryAllAs(TextInputControl.class).stream()
                    .map(TextInputControl::getText)
                    .toList()))
        .containsExactly(
            "\u2192 bogus (DNSSEC): signature of yesterday (EDE 7, Signature Expired)");
    assertThat(why()).anyMatch(line -> line.contains("DNSSEC bogus"));
  }

  @Test
  void clickGoesToTheStep() throws InterruptedException {
    investigate("192.0.2.10");
    show();
    var cell =
        robot.lookup("#queries .table-cell").queryAllAs(Node.class).stream()
            .filter(node -> node.lookup(".waterfall") != null)
            .findFirst()
            .orElseThrow();
    robot.clickOn(cell);
    assertThat(fx(() -> tree().getSelectionModel().getSelectedItem().getValue().path()))
        .isEqualTo(model().queries().rows().getFirst().path());
  }

  private void show() {
    robot.interact(() -> ((TabPane) node("tabs")).getSelectionModel().select(1));
    WaitForAsyncUtils.waitForFxEvents();
  }

  @SuppressWarnings("unchecked")
  private TableView<QueryRow> queries() {
    return (TableView<QueryRow>) node("queries");
  }

  private String outcome(int row) {
    return fx(() -> new QueryWords(model().words()).outcome(queries().getItems().get(row)));
  }

  private List<String> rowsOf(String type) {
    return fx(() -> {
      var words = new QueryWords(model().words());
      return queries().getItems().stream()
          .filter(row -> row.type().equals(type))
          .map(row -> words.outcome(row) + " " + words.transport(row) + " " + words.way(row))
          .toList();
    });
  }

  /// The kinds of bars that are drawn.
  private Set<String> bars() {
    return fx(() ->
        robot.lookup("#queries .bar").queryAll().stream()
            .filter(bar -> bar.getParent().getParent().isVisible())
            .map(bar -> bar.getStyleClass().getLast())
            .collect(Collectors.toSet()));
  }

  /// The small print of the inspector.
  private List<String> why() {
    return fx(() ->
        robot.lookup(".small-print").queryAllAs(Label.class).stream().map(Label::getText).toList());
  }

  private static Exchange bogus(Question question, String reason) {
    var answer = new Answer.Failed(Failure.BOGUS, reason);
    return Exchange.local(question, answer, "udp://192.0.2.53:53", Zone.NOW);
  }

  private static Exchange validated(Exchange exchange, Validation.Status status, String reason) {
    var error = reason.isEmpty() ? OptionalInt.empty() : OptionalInt.of(7);
    return new Exchange(
        exchange.question(),
        exchange.answer(),
        exchange.server(),
        exchange.asked(),
        exchange.took(),
        exchange.flags(),
        exchange.response(),
        exchange.attempts(),
        exchange.cacheAge(),
        Optional.of(new Validation(status, reason, error, List.of())));
  }

  private static Resolver slow(Resolver inner) {
    return question -> took(inner.resolve(question), Duration.ofMillis(20), List.of());
  }

  private static Exchange tried(Exchange exchange) {
    var attempt =
        new Attempt("udp://192.0.2.54:53", Attempt.Problem.TIMEOUT, Duration.ofMillis(30));
    return took(exchange, Duration.ofMillis(50), List.of(attempt));
  }

  private static Exchange took(Exchange exchange, Duration took, List<Attempt> attempts) {
    return new Exchange(
        exchange.question(),
        exchange.answer(),
        "udp://192.0.2.53:53",
        exchange.asked(),
        took,
        exchange.flags(),
        exchange.response(),
        attempts,
        exchange.cacheAge());
  }
}
