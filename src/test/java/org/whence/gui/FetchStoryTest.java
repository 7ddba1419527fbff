package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.chain.Topic;
import org.whence.fetch.FetchReason;
import org.whence.fetch.FetchServer;
import org.whence.fetch.FetchTopic;
import org.whence.gui.model.ChainNode;
import org.whence.gui.model.Phase;
import org.whence.gui.model.Zone;
import org.whence.posture.PostureTopic;

/// The one fetch: seen through before it is done, and kept in the chain.
final class FetchStoryTest extends GuiTest {
  @TempDir Path folder;

  private static final String ANSWER =
      "HTTP/1.1 200 OK\r\n\r\nversion: STSv1\r\nmode: <b>enforce</b>\r\n";
  private static final String ZONE =
      """
      10.2.0.192.in-addr.arpa. 60 IN PTR a.example.
      a.example. 60 IN A 192.0.2.10
      a.example. 60 IN SOA ns.a.example. hostmaster.a.example. 1 2 3 4 5
      _mta-sts.a.example. 60 IN TXT "v=STSv1; id=1"
      mta-sts.a.example. 60 IN A 127.0.0.1
      """;

  private static final String MAIL =
      """
      Received: from b.example (b.example [192.0.2.11]) by mx.example.net; Mon, 23 Nov 2026 10:00:09 +0000
      Received: from a.example (a.example [192.0.2.10]) by b.example; Mon, 23 Nov 2026 10:00:05 +0000
      From: ann@a.example
      Subject: x

      x
      """;

  @Test
  void documentIsFetchedOnlyAfterWhatItRevealsWasShown() throws Exception {
    try (var server = new FetchServer("mta-sts.a.example", ANSWER)) {
      places.fetch(server.fetch());
      looked();

      assertThat(text("fetchUri")).isEqualTo("https://mta-sts.a.example/.well-known/mta-sts.txt");
      assertThat(text("fetchAddress")).contains("127.0.0.1");
      assertThat(text("fetchEverybody")).contains("mta-sts.a.example", "127.0.0.1");
      assertThat(text("fetchOperator")).contains("/.well-known/mta-sts.txt");
      assertThat(server.requests()).isEmpty();

      robot.clickOn("#sheet-fetch-start");
      var document = awaitNode(FetchTopic.DOCUMENT);
      assertThat(server.requests()).hasSize(1);
      assertThat(reason(document)).isEqualTo(FetchReason.FETCHED);
      assertThat(
              document.state().findings().stream()
                  .map(model().words().wording()::finding)
                  .collect(Collectors.joining("|")))
          .matches(
              "mta-sts.a.example was asked at 127.0.0.1, 2[0-9T:-]*Z"
                  + "\\|version: STSv1\\|mode: <b>enforce</b>");
      assertThat(fx(() -> node("sheet").isVisible())).isFalse();
      var tree = model().investigationProperty().get().orElseThrow().tree();
      assertThat(tree.at(document.path()).orElseThrow().allExchanges()).hasSize(2);
      assertThat(fx(() -> model().queries().rows().getLast().name()))
          .isEqualTo("mta-sts.a.example");
    }
  }

  @Test
  void documentIsKeptInTheCaseAndToldAgainWithoutASecondRequest() throws Exception {
    try (var server = new FetchServer("mta-sts.a.example", ANSWER)) {
      places.fetch(server.fetch());
      looked();
      robot.clickOn("#sheet-fetch-start");
      var document = awaitNode(FetchTopic.DOCUMENT);
      var findings = document.state().findings();
      var file = folder.resolve("ticket.whence");
      saveCase(file);
      openCase(file);

      assertThat(model().chain().at(document.path()))
          .hasValueSatisfying(again -> {
            assertThat(reason(again)).isEqualTo(FetchReason.FETCHED);
            assertThat(again.state().findings()).isEqualTo(findings);
          });
      assertThat(fx(() -> model().queries().rows().getLast().name()))
          .isEqualTo("mta-sts.a.example");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void whatWasAskedByHandStaysWhereTheTrustLineMoves() throws Exception {
    try (var server = new FetchServer("mta-sts.a.example", ANSWER)) {
      places.fetch(server.fetch());
      looked(MAIL);
      robot.clickOn("#sheet-fetch-start");
      var findings = awaitNode(FetchTopic.DOCUMENT).state().findings();
      robot.interact(() -> ((TableView<?>) node("hops")).getSelectionModel().select(0));
      robot.clickOn("#drawHere");
      await(Phase.DONE);

      var found = model().investigationProperty().get().orElseThrow();
      assertThat(found.tree().steps())
          .filteredOn(step -> step.topic() == FetchTopic.DOCUMENT)
          .singleElement()
          .satisfies(again -> assertThat(again.findings()).isEqualTo(findings));
      assertThat(found.tree().steps()).anyMatch(step -> step.topic() == PostureTopic.DOMAIN);
      assertThat(found.documents()).hasSize(1);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void closingTheSheetFetchesNothingAndKeepsWhatWasAskedOfDns() throws Exception {
    try (var server = new FetchServer("mta-sts.a.example", ANSWER)) {
      places.fetch(server.fetch());
      looked();
      robot.clickOn("#sheet-close");

      assertThat(reason(awaitNode(FetchTopic.DOCUMENT))).isEqualTo(FetchReason.LEFT);
      assertThat(server.requests()).isEmpty();
    }
  }

  /// The program's own reach, which refuses loopback.
  @Test
  void addressSetAsideIsRefusedWithoutASheet() throws Exception {
    places.live();
    posture("192.0.2.10");
    robot.clickOn("#fetch");

    assertThat(reason(awaitNode(FetchTopic.DOCUMENT))).isEqualTo(FetchReason.SET_ASIDE);
    assertThat(model().noticeProperty().get().text()).contains("127.0.0.1 is set aside");
    assertThat(fx(() -> node("sheet").isVisible())).isFalse();
  }

  @Test
  void nothingIsFetchedBesideARecording() throws InterruptedException {
    robot.clickOn("#sample");
    await(Phase.DONE);
    robot.interact(() ->
        model().chain().tops().stream()
            .flatMap(ChainNode::all)
            .forEach(node -> model().selectedProperty().set(Optional.of(node))));
    assertThat(fx(() -> node("fetch").isVisible())).isFalse();
  }

  private void looked() throws InterruptedException {
    looked("192.0.2.10");
  }

  private void looked(String input) throws InterruptedException {
    posture(input);
    robot.clickOn("#fetch");
    await(node("sheet").visibleProperty(), visible -> visible);
  }

  /// Asks for the posture, and selects its MTA-STS.
  private void posture(String input) throws InterruptedException {
    places.answer(Zone.of(ZONE));
    investigate(input);
    robot.interact(() ->
        model()
            .selectedProperty()
            .set(
                model().chain().tops().stream()
                    .flatMap(ChainNode::all)
                    .filter(node -> model().words().row(node).subject().equals("name a.example"))
                    .findFirst()));
    robot.clickOn("#posture");
    var parts = awaitNode(PostureTopic.DOMAIN).children();
    var sts =
        parts.stream()
            .filter(part -> model().words().row(part).subject().equals("MTA-STS"))
            .findFirst();
    robot.interact(() -> model().selectedProperty().set(sts));
  }

  private ChainNode awaitNode(Topic topic) throws InterruptedException {
    await(
        model().selectedProperty(),
        node -> node.filter(each -> each.topic().equals(topic)).isPresent());
    return model().selectedProperty().get().orElseThrow();
  }

  private static Object reason(ChainNode node) {
    return node.state().outcome().orElseThrow().reason();
  }

  private String text(String id) {
    return fx(() -> ((Label) node(id)).getText());
  }
}
