package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.gui.model.Phase;
import org.whence.gui.model.QueryRow;
import org.whence.gui.model.Question;
import org.whence.gui.page.Line;
import org.whence.gui.page.PageTree;

/// Looking before asking: what a run will reveal, to whom, and what of it is left alone.
final class PlanStoryTest extends GuiTest {
  private static final String MAIL =
      """
      Received: from out.sender.example (out.sender.example [192.0.2.10])
       by mx.receiver.example; Mon, 23 Nov 2026 11:00:00 +0000
      Received: from laptop (laptop.sender.example [198.51.100.9])
       by out.sender.example; Mon, 23 Nov 2026 10:59:00 +0000
      From: Ann <ann@sender.example>
      Return-Path: <ann@sender.example>
      Subject: Lunch

      Noon?
      """;

  @Test
  void everyQuestionKnownInAdvanceIsTold() throws InterruptedException {
    places.real();
    ask("udp://192.0.2.53");
    paste(MAIL);
    press(KeyCode.CONTROL, KeyCode.R);
    awaitPlan("PTR 10.2.0.192.in-addr.arpa");

    assertThat(servers()).singleElement().asString().contains("192.0.2.53", "in the clear");
    assertThat(lines())
        .contains("TXT sender.example")
        .anyMatch(line -> line.startsWith("seen by the name servers of the address's owner"))
        .anyMatch(line -> line.startsWith("then: A and AAAA of each name"));
    assertThat(model().queries().rows()).isEmpty();

    ask("tls://192.0.2.53#dns.example");
    awaitServer("encrypted");

    robot.clickOn("#planAsking");
    awaitServer("nobody");
    assertThat(settings.asking()).isFalse();
    assertThat(lines()).hasSize(1);
  }

  @Test
  void branchThatIsSwitchedOffIsNotAskedFor() throws InterruptedException {
    paste(MAIL);
    press(KeyCode.CONTROL, KeyCode.R);
    awaitPlan("TXT sender.example");
    robot.clickOn("#plan-spf").clickOn("#plan-hop-1");
    await(planTree().rootProperty(), _ -> !lines().contains("TXT sender.example"));

    robot.clickOn("#sheet-investigate");
    await(Phase.DONE);
    assertThat(fx(() -> node("sheet").isVisible())).isFalse();
    assertThat(model().queries().rows())
        .isNotEmpty()
        .extracting(QueryRow::name)
        .contains("10.2.0.192.in-addr.arpa")
        .doesNotContain("9.100.51.198.in-addr.arpa", "sender.example");

    paste("192.0.2.10");
    assertThat(model().scopeProperty().get().size()).isZero();
  }

  @Test
  void withAskDnsOffNothingIsAsked() throws InterruptedException {
    places.answer(question -> {
      throw new AssertionError("asked " + question);
    });
    paste(MAIL);
    robot.clickOn("#asking");
    press(KeyCode.CONTROL, KeyCode.R);
    await(planTree().rootProperty(), root -> root != null);
    assertThat(lines()).hasSize(1);

    robot.clickOn("#sheet-investigate");
    await(Phase.DONE);
    assertThat(model().queries().rows()).isEmpty();
    assertThat(rows()).anyMatch(row -> row.contains("IPREV none"));
  }

  @Test
  void planLooksThroughARecording(@TempDir Path folder) throws IOException, InterruptedException {
    places.real();
    ask("udp://192.0.2.53");
    chosen.recording =
        Optional.of(
            Files.writeString(
                folder.resolve("old.dns.jsonl"),
                """
                {"name":"10.2.0.192.in-addr.arpa","type":"PTR","outcome":"answer","records":["10.2.0.192.in-addr.arpa. 60 IN PTR mail.example.org."]}
                """));
    paste("192.0.2.10");
    press(KeyCode.CONTROL, KeyCode.R);
    awaitPlan("PTR 10.2.0.192.in-addr.arpa");
    assertThat(lines()).doesNotContain("A mail.example.org");

    robot.clickOn("#planRecording");
    awaitPlan("A mail.example.org");
    assertThat(fx(() -> ((Labeled) node("planRecording")).getText())).contains("old.dns.jsonl");
    robot.clickOn("#planWithout");
    await(planTree().rootProperty(), _ -> !lines().contains("A mail.example.org"));

    chosen.recording = Optional.of(folder.resolve("none.jsonl"));
    robot.clickOn("#planRecording");
    await(((Label) node("planTrouble")).textProperty(), text -> text.contains("none.jsonl"));
  }

  @Test
  void planIsOneKeyAwayFromAnySheetButAQuestion() throws InterruptedException {
    paste(MAIL);
    for (var sheet : List.of(KeyCode.H, KeyCode.COMMA)) {
      press(KeyCode.CONTROL, sheet);
      assertThat(planTree()).isNull();
      press(KeyCode.CONTROL, KeyCode.R);
      awaitPlan("TXT sender.example");
      press(KeyCode.CONTROL, KeyCode.R);
      assertThat(fx(this::lines)).contains("TXT sender.example");
      press(KeyCode.ESCAPE);
    }

    var choice = new Question.Choice("leave.save", () -> {});
    robot.interact(() ->
        model()
            .questionProperty()
            .set(Optional.of(new Question("Title", "Really?", List.of(choice)))));
    press(KeyCode.CONTROL, KeyCode.R);
    assertThat(node("questionText")).isNotNull();
    assertThat(planTree()).isNull();
  }

  @Test
  void sheetSaysWhyThereIsNothingToTell() throws InterruptedException {
    press(KeyCode.CONTROL, KeyCode.R);
    assertThat(fx(() -> ((Label) node("planTrouble")).getText()))
        .contains("nothing to investigate");
    press(KeyCode.ESCAPE);

    ask("nobody");
    paste("192.0.2.10");
    robot.clickOn("#reveal");
    await(((Label) node("planTrouble")).textProperty(), text -> text.contains("unknown resolver"));
    press(KeyCode.ESCAPE);
    assertThat(fx(() -> node("sheet").isVisible())).isFalse();
  }

  private void ask(String resolver) {
    robot.interact(() -> model().resolverProperty().set(resolver));
  }

  private PageTree planTree() {
    return (PageTree) node("planTree");
  }

  private void awaitPlan(String line) throws InterruptedException {
    await(planTree().rootProperty(), _ -> lines().contains(line));
  }

  private void awaitServer(String words) throws InterruptedException {
    await(
        planTree().rootProperty(), _ -> servers().stream().anyMatch(line -> line.contains(words)));
  }

  private List<String> servers() {
    return ((Pane) node("planServers"))
        .getChildren().stream().map(label -> ((Labeled) label).getText()).toList();
  }

  private List<String> lines() {
    var lines = new ArrayList<String>();
    collect(planTree().getRoot(), lines);
    return lines;
  }

  private static void collect(TreeItem<Line> item, List<String> lines) {
    if (item != null) {
      lines.add(item.getValue().text());
      item.getChildren().forEach(below -> collect(below, lines));
    }
  }
}
