package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import org.whence.dns.Question;
import org.whence.gui.model.HopRow;
import org.whence.gui.model.Phase;
import org.whence.gui.model.TrustRow;
import org.whence.gui.model.Zone;
import org.whence.investigation.InvestigationTopic;
import org.whence.mail.BorderRule.Strategy;

/// Saying whom one trusts: ticking what the mail has, drawing the line by hand, and keeping it.
final class TrustStoryTest extends GuiTest {
  private static final String MAIL =
      """
      Received: from mx.example.net (mx.example.net [198.51.100.5]) by box.example.net; Mon, 23 Nov 2026 10:00:09 +0000
      Authentication-Results: mx.example.net; spf=pass smtp.mailfrom=example.org
      Received: from mail.example.org (mail.example.org [192.0.2.10]) by mx.example.net with ESMTPS
       (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384); Mon, 23 Nov 2026 10:00:05 +0000
      Received: from pc.example.org (pc.example.org [192.0.2.11]) by mail.example.org with SMTP; Mon, 23 Nov 2026 10:00:52 +0000
      From: ann@example.org
      Date: Mon, 23 Nov 2026 10:00:00 +0000
      Subject: x

      x
      """;

  private TrustRow row(String text) {
    return fx(() ->
        model().trust().rows().stream()
            .filter(row -> row.text().equals(text))
            .findFirst()
            .orElseThrow());
  }

  private void tick(String text) {
    robot.interact(() -> {
      @SuppressWarnings("unchecked")
      var rows = (ListView<TrustRow>) node("trustRows");
      rows.getSelectionModel().select(row(text));
      rows.requestFocus();
    });
    press(KeyCode.SPACE);
  }

  private String line() {
    return fx(() -> ((Label) node("trustLineText")).getText());
  }

  private List<String> chain() {
    return rows().stream().filter(row -> row.contains("trust line")).toList();
  }

  @Test
  void whatTheMailHasIsOfferedAndTickingDrawsTheLineBeforeAnythingIsAsked()
      throws InterruptedException {
    paste(MAIL);
    assertThat(line()).contains("hop 3", "guess");
    robot.clickOn("#trustToggle");
    assertThat(fx(() -> model().trust().rows().stream().map(TrustRow::text).toList()))
        .contains("box.example.net", "mx.example.net", "198.51.100.5", "192.0.2.10");
    assertThat(row("mx.example.net").believed()).isFalse();

    tick("mx.example.net");
    assertThat(line()).contains("hop 2", "none of your servers");
    assertThat(places.opened()).isEmpty();
    assertThat(settings.trust("").servers()).containsExactly("mx.example.net");
  }

  @Test
  void changeMakesTheRunAgainAndAsksNothingThatWasAnswered() throws InterruptedException {
    var zone = Zone.small();
    var asked = new ConcurrentLinkedQueue<Question>();
    // Nothing of this is cached.
    places.answer(question -> {
      asked.add(question);
      return zone.resolve(question);
    });
    investigate(MAIL);
    var before = List.copyOf(asked);
    assertThat(before).isNotEmpty();
    assertThat(chain().getFirst()).contains("above it hop 3");
    robot.clickOn("#trustToggle");
    tick("mx.example.net");
    await(Phase.DONE);
    assertThat(chain().getFirst()).contains("above it hop 2");
    assertThat(places.opened()).containsExactly("system");
    assertThat(asked.stream().skip(before.size())).doesNotContainAnyElementsOf(before);
    var message =
        fx(() ->
            model().chain().tops().stream()
                .filter(top -> top.topic() == InvestigationTopic.MESSAGE)
                .findFirst()
                .orElseThrow());
    assertThat(model().words().row(message).subject()).contains("192.0.2.10");
    assertThat(model().investigationProperty().get().orElseThrow().parameters().options().trust())
        .extracting(trust -> trust.servers().entries())
        .isEqualTo(List.of("mx.example.net"));
  }

  @Test
  void lineIsToldInFullAndWithItsReasonBesideTheMouse() throws InterruptedException {
    paste(MAIL);
    assertThat(fx(() -> ((Label) node("trustLineText")).getTooltip().getText()))
        .startsWith(line())
        .contains("name your servers to be sure");
  }

  @Test
  void lineIsDrawnAtAHopByHandAndForgottenWithTheMail() throws InterruptedException {
    investigate(MAIL);
    @SuppressWarnings("unchecked")
    var hops = (TableView<HopRow>) node("hops");
    robot.interact(() -> hops.getSelectionModel().select(0));
    robot.clickOn("#drawHere");
    await(Phase.DONE);
    assertThat(line()).contains("hop 1", "chosen by you");
    assertThat(chain().getFirst()).contains("above it hop 1");

    robot.clickOn("#drawFound");
    await(Phase.DONE);
    assertThat(line()).contains("hop 3");
    robot.interact(() -> hops.getSelectionModel().select(0));
    robot.clickOn("#drawHere");
    await(Phase.DONE);
    paste(MAIL.replace("Subject: x", "Subject: y"));
    assertThat(line()).contains("hop 3");
  }

  @Test
  void caseThatWasOpenedShowsTheTrustThatItIsJudgedBy(@TempDir Path folder)
      throws InterruptedException {
    paste(MAIL);
    robot.clickOn("#trustToggle");
    tick("mx.example.net");
    press(KeyCode.CONTROL, KeyCode.ENTER);
    await(Phase.DONE);
    var file = folder.resolve("a.whence");
    saveCase(file);
    tick("mx.example.net");
    await(Phase.DONE);
    assertThat(line()).contains("hop 3");

    openCase(file);
    assertThat(chain().getFirst()).contains("above it hop 2");
    assertThat(line()).contains("hop 2", "none of your servers");
    assertThat(row("mx.example.net").believed()).isTrue();
    assertThat(fx(() -> node("trustStrategy").isDisabled())).isTrue();
    assertThat(fx(() -> node("drawHere").isVisible())).isFalse();
    tick("mx.example.net");
    assertThat(model().noticeProperty().get().text()).contains("judged by those whom it was kept");
    assertThat(row("mx.example.net").believed()).isTrue();
    assertThat(settings.trust("").servers()).isEmpty();

    paste(MAIL);
    assertThat(line()).contains("hop 3");
    assertThat(fx(() -> node("trustStrategy").isDisabled())).isFalse();
  }

  @Test
  void belowTheLineIsDimmed() throws InterruptedException {
    paste(MAIL);
    robot.clickOn("#trustToggle");
    tick("mx.example.net");
    WaitForAsyncUtils.waitForFxEvents();
    var dimmed =
        fx(() ->
            node("hops").lookupAll(".table-row-cell").stream()
                .map(row -> (TableRow<?>) row)
                .filter(row -> !row.isEmpty())
                .filter(row ->
                    row.getPseudoClassStates().stream()
                        .anyMatch(state -> state.getPseudoClassName().equals("below")))
                .map(row -> ((HopRow) row.getItem()).number())
                .toList());
    assertThat(dimmed).containsExactly(1);
  }

  @Test
  void profileIsKeptUnderItsNameAndTakenAgain() throws InterruptedException {
    paste(MAIL);
    robot.clickOn("#trustToggle");
    robot.clickOn("#trustServer").write("198.51.100.0/24").push(KeyCode.ENTER);
    assertThat(row("198.51.100.0/24").believed()).isTrue();
    robot.clickOn("#trustServer").write("no server").push(KeyCode.ENTER);
    assertThat(fx(() -> node("trustServerNote").isVisible())).isTrue();

    var profile = (ComboBox<?>) node("trustProfile");
    robot.interact(() -> profile.getEditor().setText("work"));
    robot.clickOn("#trustSave");
    assertThat(settings.trustProfiles()).containsExactly("work");
    assertThat(settings.trust("work").servers()).containsExactly("198.51.100.0/24");
    assertThat(settings.trustProfile()).isEqualTo("work");

    robot.clickOn("#trustForget");
    assertThat(settings.trustProfiles()).isEmpty();
    assertThat(settings.trustProfile()).isEmpty();
    assertThat(row("198.51.100.0/24").believed()).isTrue();
    assertThat(settings.trust("").servers()).containsExactly("198.51.100.0/24");
    assertThat(fx(() -> node("trustForget").isDisabled())).isTrue();
  }

  @Test
  void sealerOfTheMailIsTickedAndToldInTheChain() throws InterruptedException {
    investigate("ARC-Seal: i=1; a=rsa-sha256; cv=none; d=lists.example; s=a; b=AAAA\n" + MAIL);
    robot.clickOn("#trustToggle");
    tick("lists.example");
    await(Phase.DONE);

    var arc = model().investigationProperty().get().orElseThrow().mail().orElseThrow().arc();
    assertThat(arc.orElseThrow().instances().getFirst().trusted()).contains(true);
    assertThat(settings.trust("").sealers()).containsExactly("lists.example");
  }

  @Test
  @SuppressWarnings("unchecked")
  void wayToDrawTheLineIsChosen() throws InterruptedException {
    paste(MAIL);
    robot.clickOn("#trustToggle");
    var how = (ComboBox<Strategy>) node("trustStrategy");
    robot.interact(() -> how.setValue(Strategy.COUNT));
    assertThat(line()).contains("hop 3", "as many steps");
    assertThat(fx(() -> node("trustCount").isVisible())).isTrue();
    @SuppressWarnings("rawtypes")
    var count = (Spinner) node("trustCount");
    robot.interact(() -> count.getValueFactory().setValue(40));
    assertThat(line()).endsWith("no step fits: there are fewer steps than 40");
    robot.interact(() -> how.setValue(Strategy.AUTHENTICATED));
    assertThat(line()).contains("no step fits");
    assertThat(model().hopProperty().get()).isEqualTo(Optional.empty());
  }
}
