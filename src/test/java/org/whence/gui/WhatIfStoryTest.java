package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import org.whence.casefile.CaseFile;
import org.whence.casefile.CaseReader;
import org.whence.gui.model.ChainNode;
import org.whence.gui.model.Phase;
import org.whence.gui.model.WhatIf;
import org.whence.gui.model.Zone;
import org.whence.spf.SpfTopic;

/// Asking what SPF would say, had something else been seen.
final class WhatIfStoryTest extends GuiTest {
  @TempDir Path folder;

  private static final int WHAT_IF_TAB = 3;
  private static final String MAIL =
      """
      Return-Path: <ann@example.org>
      Received: from mail.example.org (mail.example.org [192.0.2.10]) by mx.example.net; Mon, 23 Nov 2026 10:00:00 +0000
      Received-SPF: pass (mx.example.net: fine) client-ip=192.0.2.10; envelope-from="ann@example.org"; helo=mail.example.org
      From: ann@example.org
      Subject: x

      x
      """;

  private void investigateMail() throws InterruptedException {
    places.answer(
        Zone.of(
            """
            10.2.0.192.in-addr.arpa. 60 IN PTR mail.example.org.
            mail.example.org. 60 IN A 192.0.2.10
            example.org. 60 IN TXT "v=spf1 ip4:192.0.2.10 include:_spf.example.org -all"
            _spf.example.org. 60 IN TXT "v=spf1 ip4:198.51.100.0/24 ~all"
            """));
    investigate(MAIL);
    robot.interact(() -> ((TabPane) node("detailTabs")).getSelectionModel().select(WHAT_IF_TAB));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private List<String> branches() {
    return fx(() -> {
      @SuppressWarnings("unchecked")
      var tree = (TreeTableView<ChainNode>) node("whatIfBranches");
      return tree.getRoot().getChildren().stream()
          .map(item -> model().words().row(item.getValue()).spoken())
          .toList();
    });
  }

  private List<WhatIf.Branch> supposed() {
    return new WhatIf(model()).branches();
  }

  private void write(String id, String text) {
    robot.interact(() -> ((TextField) node(id)).setText(text));
  }

  private String note() {
    return fx(() -> ((Label) node("whatIfNote")).getText());
  }

  @Test
  void anotherClientIsABranchBesideTheRealOne() throws InterruptedException {
    investigateMail();
    assertThat(branches()).hasSize(1);
    assertThat(branches().getFirst()).contains("192.0.2.10", "SPF pass");
    assertThat(fx(() -> ((TextField) node("whatIfIp")).getPromptText())).isEqualTo("192.0.2.10");

    write("whatIfIp", "203.0.113.9");
    robot.clickOn("#whatIfAsk");
    await(model().investigationProperty(), _ -> supposed().size() == 1);
    assertThat(branches()).hasSize(2);
    assertThat(branches().getLast()).contains("203.0.113.9");
    assertThat(fx(() -> ((Label) node("whatIfLedger")).getText()))
        .isEqualTo("pass: look-ups 0 / 10, void 0 / 2\nfail: look-ups 1 / 10, void 0 / 2");
    assertThat(fx(() -> supposed().getFirst().supposed().result().verdict().word()))
        .isEqualTo("fail");
    assertThat(model().investigationProperty().get().orElseThrow().mail().orElseThrow().spf())
        .hasValueSatisfying(spf -> assertThat(spf.verdict().word()).isEqualTo("pass"));
  }

  @Test
  void whatWasSupposedIsInTheChainAndComesBackWithTheCase() throws InterruptedException {
    investigateMail();
    write("whatIfIp", "203.0.113.9");
    robot.clickOn("#whatIfAsk");
    await(model().investigationProperty(), _ -> supposed().size() == 1);
    var before = branches();
    var place = supposed().getFirst().root().path();
    assertThat(model().chain().at(place)).isPresent();
    var file = folder.resolve("ticket.whence");
    saveCase(file);
    openCase(file);

    assertThat(branches()).isEqualTo(before);
    assertThat(supposed().getFirst().root().path()).isEqualTo(place);

    // Supposed of the recording, it is in the file as well.
    write("whatIfIp", "198.51.100.7");
    robot.clickOn("#whatIfAsk");
    await(model().investigationProperty(), _ -> supposed().size() == 2);
    press(KeyCode.CONTROL, KeyCode.S);
    await(model().noticeProperty(), notice -> notice.text().contains("ticket.whence"));
    assertThat(saved(file).options().spf().suppositions()).hasSize(2);
  }

  @Test
  void whatWasSupposedIsSupposedAgainWhereTheTrustLineMoves() throws InterruptedException {
    investigateMail();
    write("whatIfIp", "203.0.113.9");
    robot.clickOn("#whatIfAsk");
    await(model().investigationProperty(), _ -> supposed().size() == 1);
    robot.interact(() -> ((TableView<?>) node("hops")).getSelectionModel().select(0));
    robot.clickOn("#drawHere");
    await(Phase.DONE);

    assertThat(supposed()).hasSize(1);
    assertThat(supposed().getFirst().supposed().result().verdict().word()).isEqualTo("fail");
  }

  private static CaseFile saved(Path file) {
    try {
      return CaseReader.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void claimOfTheMailStandsBesideOurs() throws InterruptedException {
    investigateMail();
    assertThat(fx(() -> ((Label) node("whatIfClaimed")).getText()))
        .contains("Received-SPF", "pass");
  }

  @Test
  void termThatWasNeverReachedIsGreyedWithItsReason() throws InterruptedException {
    investigateMail();
    var all =
        fx(() ->
            model().chain().tops().stream()
                .flatMap(ChainNode::all)
                .filter(node -> node.topic() == SpfTopic.TERM)
                .filter(node -> model().words().row(node).subject().contains("-all"))
                .findFirst()
                .orElseThrow());
    assertThat(model().words().row(all).why()).contains("not reached", "192.0.2.10 matched");
    robot.interact(() -> model().selectedProperty().set(Optional.of(all)));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(
            fx(() ->
                tree().lookupAll(".tree-table-row-cell").stream()
                    .filter(row ->
                        row.getPseudoClassStates().stream()
                            .anyMatch(state -> state.getPseudoClassName().equals("idle")))
                    .count()))
        .isPositive();
  }

  @Test
  void whatCannotBeAskedIsTold() throws InterruptedException {
    investigateMail();
    robot.clickOn("#whatIfAsk");
    assertThat(note()).contains("name another client");
    write("whatIfIp", "nowhere");
    robot.clickOn("#whatIfIp").push(KeyCode.ENTER);
    assertThat(note()).contains("no IP address");
    assertThat(supposed()).isEmpty();
  }

  @Test
  void withoutAMailThereIsNothingToSuppose() throws InterruptedException {
    investigate("192.0.2.10");
    robot.interact(() -> ((TabPane) node("detailTabs")).getSelectionModel().select(WHAT_IF_TAB));
    assertThat(fx(() -> node("noWhatIf").isVisible())).isTrue();
    assertThat(fx(() -> node("whatIf").isVisible())).isFalse();
  }
}
