package org.whence.gui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.arc.ArcTopic;
import org.whence.arc.Sealer;
import org.whence.chain.Topic;
import org.whence.dkim.DkimTopic;
import org.whence.dkim.Keys;
import org.whence.dkim.Signer;
import org.whence.gui.model.ChainNode;
import org.whence.gui.model.Phase;
import org.whence.gui.model.WhatIf;
import org.whence.gui.model.Zone;
import org.whence.spf.SpfTopic;

/// Draws what the window shows of a mail, light and dark.
final class MailScreenshotTest extends Pictures {
  private static final int MESSAGE_TAB = 2;

  @Test
  void mailWithItsPartsLinksAndOctets() throws InterruptedException, IOException {
    openSample();
    tab("tabs", MESSAGE_TAB);
    await(model().message().anatomyProperty(), Optional::isPresent);
    tab("partTabs", 2);
    select(fx(() -> model().chain().tops().get(2)));
    bothThemes("message", 0.6);
  }

  @Test
  void wayOfTheMailWithItsTrustLine() throws InterruptedException, IOException {
    openSample();
    tab("tabs", 0);
    robot.interact(() -> {
      ((ToggleButton) node("trustToggle")).fire();
      var rows = (ListView<?>) node("trustRows");
      rows.getSelectionModel().select(0);
      rows.requestFocus();
    });
    robot.push(KeyCode.SPACE);
    await(Phase.DONE);
    select(fx(() -> model().chain().tops().get(5)));
    bothThemes("hops", 0.6);
  }

  @Test
  void whatSpfWouldSayOfAnotherClient() throws InterruptedException, IOException {
    openSample();
    robot.interact(() -> ((SplitPane) node("rows")).setDividerPositions(0.75));
    select(chain(SpfTopic.RECORD).getLast());
    tab("detailTabs", 3);
    robot.interact(() -> ((TextField) node("whatIfIp")).setText("198.51.100.61"));
    robot.interact(() -> ((Button) node("whatIfAsk")).fire());
    await(model().investigationProperty(), _ -> new WhatIf(model()).branches().size() == 1);
    bothThemes("what-if", 0.6);
  }

  @Test
  void octetsThatASignatureHashes() throws InterruptedException, IOException {
    places.answer(Zone.of(Sealer.zone()));
    var mail =
        """
        Received: from mail.example.org (mail.example.org [192.0.2.10])
         by mx.example.net with ESMTPS; Mon, 23 Nov 2026 10:00:00 +0000
        From: Ann <ann@example.org>
        To: list@example.net
        Subject: Lunch

        Shall we  meet at noon?  \n\tAt the lake, as ever.
        """;
    investigate(
        Sealer.seal(Signer.relaxed().signing("from:to:subject").sign(Sealer.seal(mail)))
            .replace("\r\n", "\n"));
    robot.interact(() -> ((SplitPane) node("rows")).setDividerPositions(0.62));
    select(chain(ArcTopic.SET).getLast());
    tab("detailTabs", 2);
    robot.interact(() -> ((ToggleButton) node("canonicalBody")).fire());
    robot.interact(() -> ((ToggleButton) node("canonicalBefore")).fire());
    bothThemes("octets", 0.6);
  }

  @Test
  void signaturesAndSealsAsOfThen(@TempDir Path folder) throws InterruptedException, IOException {
    places.answer(
        Zone.of(
            """
            10.2.0.192.in-addr.arpa. 3600 IN PTR mail.example.org.
            mail.example.org. 300 IN A 192.0.2.10
            """
                + Keys.zone("key._domainkey.sealer.example. 60 IN", Keys.record(Keys.rsa(1_024)))
                + Keys.zone("key._domainkey.example.org. 60 IN", Keys.record(Keys.rsa(1_024)))));
    chosen.recording =
        Optional.of(AsOfMail.keys(Files.createFile(folder.resolve("keys-2026.dns.jsonl"))));
    investigate(AsOfMail.MAIL);
    fire("again", "keysOfThen");
    await(model().chain().revisionProperty(), _ -> !chain(ArcTopic.AS_OF).isEmpty());
    await(Phase.DONE);
    robot.interact(() -> ((SplitPane) node("rows")).setDividerPositions(0.75));
    select(chain(ArcTopic.AS_OF).getLast());
    select(chain(DkimTopic.BODY).getFirst());
    select(chain(DkimTopic.SIGNATURE).getFirst());
    bothThemes("as-of", 0.6);
  }

  private List<ChainNode> chain(Topic topic) {
    return fx(() ->
        model().chain().tops().stream()
            .flatMap(ChainNode::all)
            .filter(node -> node.topic().equals(topic))
            .toList());
  }

  @Override
  int width() {
    return 1280;
  }

  private void openSample() throws InterruptedException {
    robot.clickOn("#sample");
    await(Phase.DONE);
    robot.interact(() -> ((SplitPane) node("rows")).setDividerPositions(0.5));
  }

  private void select(ChainNode node) {
    robot.interact(() -> model().selectedProperty().set(Optional.of(node)));
  }
}
