package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import org.whence.arc.ArcTopic;
import org.whence.arc.Sealer;
import org.whence.chain.Topic;
import org.whence.dkim.DkimTopic;
import org.whence.dkim.Keys;
import org.whence.dkim.Signer;
import org.whence.gui.model.ChainNode;
import org.whence.gui.model.Zone;

/// Looking at a signature: its chip, what was done to the mail, and the octets that it hashes.
final class SignatureStoryTest extends GuiTest {
  private static final String MAIL =
      """
      From: Ann <ann@example.org>
      To: list@example.net
      Subject: Lunch

      Shall we  meet at noon?
      """;

  @Test
  void everySignatureHasAChipAndShowsItsOctets() throws InterruptedException {
    places.answer(
        Zone.of(
            "key._domainkey.example.org. 60 IN TXT "
                + Keys.record(Keys.rsa(2048)).replaceAll("(.{1,200})", "\"$1\" ")
                + "\nother._domainkey.example.org. 60 IN TXT \"v=DKIM1; p=\"\n"));
    var signed = Signer.relaxed().signing("from:to:subject").sign(MAIL);
    var other = Signer.relaxed().tagged("d=example.org; s=other").signing("from").sign(signed);

    investigate(other.replace("Subject: Lunch", "Subject: [list] Lunch").replace("\r\n", "\n"));

    assertThat(chips())
        .contains("DKIM example.org other permerror", "DKIM example.org key fail", "ARC none");
    select(1);
    robot.interact(() -> ((TabPane) node("detailTabs")).getSelectionModel().select(2));
    assertThat(text("canonicalOctets"))
        .startsWith(
            """
            from:Ann·<ann@example.org>‹CR›‹LF›
            to:list@example.net‹CR›‹LF›
            subject:[list]·Lunch‹CR›‹LF›
            """);
    robot.clickOn("#canonicalBody");
    assertThat(text("canonicalOctets")).isEqualTo("Shall·we·meet·at·noon?‹CR›‹LF›\n");
    robot.clickOn("#canonicalBefore");
    assertThat(text("canonicalOctets")).isEqualTo("Shall·we··meet·at·noon?‹LF›\n");
  }

  @Test
  void everySetOfAnArcChainStandsInTheChainAndShowsItsOctets() throws InterruptedException {
    places.answer(Zone.of(Sealer.zone()));
    investigate(Sealer.seal(Sealer.seal(MAIL)).replace("\r\n", "\n"));
    assertThat(chips()).contains("ARC pass");
    var sets =
        fx(() ->
            model().chain().tops().stream()
                .flatMap(top -> top.all())
                .filter(node -> node.topic() == ArcTopic.SET)
                .toList());
    assertThat(sets)
        .extracting(set -> model().words().row(set).spoken())
        .satisfiesExactly(
            first -> assertThat(first).contains("1", "sealer.example", "pass"),
            second -> assertThat(second).contains("2", "sealer.example", "pass"));
    robot.interact(() -> {
      model().selectedProperty().set(Optional.of(sets.getLast()));
      ((TabPane) node("detailTabs")).getSelectionModel().select(2);
    });
    assertThat(text("canonicalOctets")).startsWith("from:Ann·<ann@example.org>‹CR›‹LF›\n");
    assertThat(fx(() -> ((TextArea) node("raw")).getSelectedText())).startsWith("ARC-Seal: i=2;");
  }

  @Test
  void octetsAreSavedAsTheyAreHashed(@TempDir Path folder)
      throws InterruptedException, IOException {
    places.answer(
        Zone.of(
            "key._domainkey.example.org. 60 IN TXT "
                + Keys.record(Keys.rsa(2048)).replaceAll("(.{1,200})", "\"$1\" ")
                + "\n"));
    chosen.saved = Optional.of(folder.resolve("any"));
    investigate(Signer.relaxed().signing("from").sign(MAIL).replace("\r\n", "\n"));
    select(0);
    robot.interact(() -> ((TabPane) node("detailTabs")).getSelectionModel().select(2));
    robot.clickOn("#canonicalBody").clickOn("#canonicalSave");
    await(model().noticeProperty(), notice -> notice.text().contains("dkim.body"));
    assertThat(folder.resolve("dkim.body")).hasContent("Shall we meet at noon?");
    robot.clickOn("#canonicalBefore").clickOn("#canonicalSave");
    await(model().noticeProperty(), notice -> notice.text().contains("dkim.body.before"));
    assertThat(Files.readString(folder.resolve("dkim.body.before")))
        .isEqualTo("Shall we  meet at noon?\n");
  }

  @Test
  void keyIsToldWithItsTypeItsSizeItsAliasItsTestsAndItsAgeInTheCache()
      throws InterruptedException {
    var signed = Signer.relaxed().signing("from").sign(MAIL);
    var zone =
        Zone.of(
            "key._domainkey.example.org. 60 IN CNAME keys.hosting.example.\n"
                + Keys.zone("keys.hosting.example. 60 IN", "t=y; " + Keys.record(Keys.rsa(1024))));
    places.answer(question -> zone.resolve(question).fromCache(Duration.ofSeconds(5)));
    places.live();

    investigate(Signer.relaxed().signing("from:subject").sign(signed).replace("\r\n", "\n"));

    robot.interact(
        () -> model().selectedProperty().set(Optional.of(steps(DkimTopic.KEY).getLast())));
    assertThat(why())
        .contains("rsa", "1024 bits")
        .contains("the key is kept at keys.hosting.example")
        .contains("the key is there for tests");
    // Both signatures ask for it. At the same time it is asked once, and both share the answer.
    robot.interact(() -> {
      model().selectedProperty().set(Optional.of(steps(DkimTopic.CHECK).getFirst()));
      ((TabPane) node("detailTabs")).getSelectionModel().select(1);
    });
    assertThat(text("evidence")).contains("from the cache, 5 s old");
  }

  @Test
  void signaturesAndSealsAreToldAsOfThenAndNow(@TempDir Path folder)
      throws InterruptedException, IOException {
    places.answer(Zone.of("sealer.example. 60 IN TXT \"rotated\"\n"));
    chosen.recording =
        Optional.of(AsOfMail.keys(Files.createFile(folder.resolve("old.dns.jsonl"))));
    investigate(AsOfMail.MAIL);
    assertThat(steps(ArcTopic.AS_OF)).isEmpty();

    fire("again", "keysOfThen");
    await(model().chain().revisionProperty(), _ -> !steps(ArcTopic.AS_OF).isEmpty());

    assertThat(steps(DkimTopic.AS_OF)).isNotEmpty();
    robot.interact(
        () -> model().selectedProperty().set(Optional.of(steps(ArcTopic.CHAIN).getFirst())));
    assertThat(why())
        .contains("as of 2026-11-23T10:00:00Z the chain is pass, by the clock it is fail");
  }

  @Test
  void fileThatHoldsNoKeysOfThenIsNamed(@TempDir Path folder)
      throws IOException, InterruptedException {
    var mail = Files.writeString(folder.resolve("a.eml"), "Subject: hello\n");
    chosen.recording = Optional.of(mail);
    paste("192.0.2.10");
    fire("again", "keysOfThen");
    await(
        model().noticeProperty(),
        told -> told.error() && told.text().startsWith(mail + ": no recording of DNS: line 1"));
  }

  @Test
  void nodeWithoutASignatureSaysSo() throws InterruptedException {
    investigate("192.0.2.10");
    robot.interact(() -> {
      model().selectedProperty().set(Optional.of(model().chain().tops().getFirst()));
      ((TabPane) node("detailTabs")).getSelectionModel().select(2);
    });
    assertThat(fx(() -> node("noCanonical").isVisible())).isTrue();
    assertThat(fx(() -> node("canonical").isVisible())).isFalse();
  }

  private List<String> chips() {
    return fx(() ->
        ((Pane) node("strip"))
            .getChildren().stream().map(chip -> ((Label) chip).getText()).toList());
  }

  private List<ChainNode> steps(Topic topic) {
    return fx(() ->
        model().chain().tops().stream()
            .flatMap(ChainNode::all)
            .filter(node -> node.topic().equals(topic))
            .toList());
  }

  /// What the inspector tells of the selected node.
  private String why() {
    return fx(() ->
        ((ScrollPane) node("whyScroll"))
            .getContent().lookupAll(".label").stream()
                .map(label -> ((Label) label).getText())
                .collect(Collectors.joining("\n")));
  }

  private void select(int signature) {
    var node = steps(DkimTopic.SIGNATURE).get(signature);
    robot.interact(() -> model().selectedProperty().set(Optional.of(node)));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private String text(String id) {
    return fx(() -> ((TextArea) node(id)).getText());
  }
}
