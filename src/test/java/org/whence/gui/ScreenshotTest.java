package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TreeView;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import org.whence.Whence;
import org.whence.dns.Exchange;
import org.whence.dns.Resolver;
import org.whence.gui.model.Phase;
import org.whence.gui.model.Settings;
import org.whence.gui.model.Zone;

/// Draws the window with the sample case, light and dark, as the README shows it.
///
/// `mvn test -Dtest=ScreenshotTest -Dwhence.screenshots=write` writes the pictures into `assets/`;
/// every run leaves all of them, dark ones too, in `target/screenshots`. They are not compared:
/// fonts differ between machines.
final class ScreenshotTest extends GuiTest {
  private static final boolean WRITE = "write".equals(System.getProperty("whence.screenshots"));
  private static final Path LOOK = Path.of("target", "screenshots");
  private static final int WIDTH = 1280;

  @BeforeEach
  void openSample() throws InterruptedException {
    robot.clickOn("#sample");
    await(Phase.DONE);
  }

  @Test
  void windowWithTheSampleCaseInLightAndDark() throws IOException {
    // The third hop has no PTR record: its check explains itself well.
    select(2);
    var light = picture("screenshot-light", true);
    tab(2);
    dark();
    select(2);
    var dark = picture("screenshot-dark", true);
    assertThat(settings.theme()).isEqualTo(Settings.Theme.DARK);
    assertThat(brightness(light)).isGreaterThan(0.7);
    assertThat(brightness(dark)).isLessThan(0.3);
  }

  @Test
  void waterfallOfTheQuestions() throws IOException {
    select(2);
    tab(1);
    bothThemes("waterfall");
  }

  @Test
  void claimsBesideWhatWasFound() throws IOException {
    tab(3);
    tall();
    bothThemes("claims");
  }

  @Test
  void whatReceivingServersWouldHaveDone() throws IOException {
    tab(4);
    tall();
    bothThemes("receivers");
  }

  /// Room for the tabs.
  private void tall() {
    robot.interact(() -> ((SplitPane) node("rows")).setDividerPositions(0.5));
  }

  @Test
  void sheetThatTellsWhatARunWillReveal() throws IOException, InterruptedException {
    places.real();
    @SuppressWarnings("unchecked")
    var resolver = (ComboBox<String>) node("resolver");
    robot.interact(() -> resolver.setValue("quad9_tls"));
    paste(sampleMail());
    press(KeyCode.CONTROL, KeyCode.R);
    var tree = (TreeView<?>) node("planTree");
    await(tree.rootProperty(), root -> root != null);
    bothThemes("plan");
  }

  @Test
  void whatChangedSinceTheLastRun() throws IOException, InterruptedException {
    var zone =
        Zone.of(
            """
            10.2.0.192.in-addr.arpa. 3600 IN PTR mx1.transit.example.
            mx1.transit.example. 600 IN A 192.0.2.99
            """);
    places.answer(served(zone));
    chosen.recording = Optional.of(Path.of("assets", "sample", "case.dns.jsonl"));
    paste("192.0.2.10 198.51.100.61");
    robot.interact(() -> ((MenuButton) node("again")).getItems().get(1).fire());
    await(model().comparisonProperty(), Optional::isPresent);
    bothThemes("changes");
  }

  @Test
  void longListAsATable() throws IOException, InterruptedException {
    var zone = new StringBuilder();
    for (var host = 1; host < 250; host++) {
      if (host % 7 != 0) {
        zone.append(
            "%d.2.0.192.in-addr.arpa. 3600 IN PTR mail%d.example.org.%n".formatted(host, host));
        zone.append(
            "mail%d.example.org. 300 IN A 192.0.2.%d%n".formatted(host, host % 5 == 0 ? 1 : host));
      }
    }
    places.answer(served(Zone.of(zone.toString())));
    var log =
        IntStream.range(1, 250)
            .mapToObj(i -> i == 9 ? "192.0.2.9999" : "192.0.2." + i)
            .collect(Collectors.joining("\n"));
    investigate(log);
    robot.interact(() -> ((TableView<?>) node("list")).getSelectionModel().select(4));
    await(model().chain().revisionProperty(), _ -> !model().chain().tops().isEmpty());
    robot.interact(
        () -> model().selectedProperty().set(model().chain().tops().stream().findFirst()));
    bothThemes("list");
  }

  @Test
  void profilesOfOnesOwn() throws IOException {
    press(KeyCode.CONTROL, KeyCode.COMMA);
    robot.interact(() ->
        ((TextArea) node("profilesText"))
            .setText(
                """
                # The office
                office tls://192.0.2.53#dns.example tls://192.0.2.54#dns.example ca=office.pem
                lab udp://192.0.2.99:5300
                home doh.example
                """));
    bothThemes("profiles");
  }

  /// The same answers from a server.
  private static Resolver served(Resolver zone) {
    return question ->
        Exchange.local(question, zone.resolve(question).answer(), "udp://192.0.2.53:53", Zone.NOW);
  }

  private static String sampleMail() throws IOException {
    try (var mail = Whence.class.getResourceAsStream("sample/case.eml")) {
      return new String(Objects.requireNonNull(mail).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// The light one for the README, and a dark one to look at.
  private void bothThemes(String name) throws IOException {
    assertThat(brightness(picture("screenshot-" + name, true))).isGreaterThan(0.5);
    dark();
    assertThat(brightness(picture("screenshot-" + name + "-dark", false))).isLessThan(0.3);
  }

  @Override
  int width() {
    return WIDTH;
  }

  private void select(int top) {
    var check = fx(() -> model().chain().tops().get(top).children().getFirst());
    robot.interact(() -> model().selectedProperty().set(Optional.of(check)));
  }

  private void tab(int number) {
    robot.interact(() -> ((TabPane) node("tabs")).getSelectionModel().select(number));
  }

  private void dark() {
    robot.interact(() -> ((MenuButton) node("theme")).getItems().getLast().fire());
  }

  private Image picture(String name, boolean shown) throws IOException {
    WaitForAsyncUtils.waitForFxEvents();
    var picture = fx(() -> stage().getScene().snapshot(null));
    Files.createDirectories(LOOK);
    write(picture, LOOK.resolve(name + ".png"));
    if (WRITE && shown) {
      write(picture, Path.of("assets", name + ".png"));
    }
    return picture;
  }

  private static void write(Image picture, Path file) throws IOException {
    ImageIO.write(buffered(picture), "png", file.toFile());
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

  private static double brightness(Image image) {
    var sum = 0.0;
    var count = 0;
    for (var y = 0; y < image.getHeight(); y += 16) {
      for (var x = 0; x < image.getWidth(); x += 16) {
        sum += image.getPixelReader().getColor(x, y).getBrightness();
        count++;
      }
    }
    return sum / count;
  }
}
