package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import org.whence.arc.ArcTopic;
import org.whence.arc.Sealer;
import org.whence.dkim.Signer;
import org.whence.gui.model.ChainNode;
import org.whence.gui.model.Phase;
import org.whence.gui.model.Zone;
import org.whence.spf.SpfTopic;

/// Draws what the window shows of a mail, light and dark. How pictures are written, and where to,
/// is told at [ScreenshotTest].
final class MailScreenshotTest extends GuiTest {
  private static final boolean WRITE = "write".equals(System.getProperty("whence.screenshots"));
  private static final Path LOOK = Path.of("target", "screenshots");
  private static final int MESSAGE_TAB = 2;

  @Test
  void mailWithItsPartsLinksAndOctets() throws InterruptedException, IOException {
    openSample();
    tab("tabs", MESSAGE_TAB);
    await(model().message().anatomyProperty(), Optional::isPresent);
    tab("partTabs", 2);
    select(fx(() -> model().chain().tops().get(2)));
    bothThemes("message");
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
    bothThemes("hops");
  }

  @Test
  void whatSpfWouldSayOfAnotherClient() throws InterruptedException, IOException {
    openSample();
    robot.interact(() -> ((SplitPane) node("rows")).setDividerPositions(0.75));
    select(
        fx(() ->
            model().chain().tops().stream()
                .flatMap(ChainNode::all)
                .filter(node -> node.topic() == SpfTopic.RECORD)
                .reduce((_, last) -> last)
                .orElseThrow()));
    tab("detailTabs", 3);
    robot.interact(() -> ((TextField) node("whatIfIp")).setText("198.51.100.61"));
    robot.interact(() -> ((Button) node("whatIfAsk")).fire());
    await(model().chain().revisionProperty(), _ -> model().whatIf().size() == 1);
    bothThemes("what-if");
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
    select(
        fx(() ->
            model().chain().tops().stream()
                .flatMap(ChainNode::all)
                .filter(node -> node.topic() == ArcTopic.SET)
                .reduce((_, last) -> last)
                .orElseThrow()));
    tab("detailTabs", 2);
    robot.interact(() -> ((ToggleButton) node("canonicalBody")).fire());
    robot.interact(() -> ((ToggleButton) node("canonicalBefore")).fire());
    bothThemes("octets");
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

  private void tab(String pane, int number) {
    robot.interact(() -> ((TabPane) node(pane)).getSelectionModel().select(number));
  }

  /// The light one for the README, and a dark one to look at.
  private void bothThemes(String name) throws IOException {
    assertThat(brightness(picture("screenshot-" + name, true))).isGreaterThan(0.6);
    robot.interact(() -> ((MenuButton) node("theme")).getItems().getLast().fire());
    assertThat(brightness(picture("screenshot-" + name + "-dark", false))).isLessThan(0.3);
  }

  private BufferedImage picture(String name, boolean shown) throws IOException {
    WaitForAsyncUtils.waitForFxEvents();
    var picture = buffered(fx(() -> stage().getScene().snapshot(null)));
    Files.createDirectories(LOOK);
    ImageIO.write(picture, "png", LOOK.resolve(name + ".png").toFile());
    if (WRITE && shown) {
      ImageIO.write(picture, "png", Path.of("assets", name + ".png").toFile());
    }
    return picture;
  }

  private static BufferedImage buffered(Image image) {
    var width = (int) image.getWidth();
    var height = (int) image.getHeight();
    var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (var y = 0; y < height; y++) {
      for (var x = 0; x < width; x++) {
        copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
      }
    }
    return copy;
  }

  private static double brightness(BufferedImage image) {
    var sum = 0.0;
    for (var x = 0; x < image.getWidth(); x++) {
      var rgb = image.getRGB(x, x % image.getHeight());
      sum += Math.max(rgb >> 16 & 0xFF, Math.max(rgb >> 8 & 0xFF, rgb & 0xFF)) / 255.0;
    }
    return sum / image.getWidth();
  }
}
