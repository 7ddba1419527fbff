package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/// Draws the window, light and dark.
///
/// `mvn test -Dtest='*ScreenshotTest' -Dwhence.screenshots=write` writes the pictures that the
/// README shows into `assets/`; every run leaves all of them, dark ones too, in
/// `target/screenshots`. They are not compared: fonts differ between machines.
abstract class Pictures extends GuiTest {
  private static final boolean WRITE = "write".equals(System.getProperty("whence.screenshots"));
  private static final Path LOOK = Path.of("target", "screenshots");
  private static final int STEP = 16;
  private static final double DARK = 0.3;

  /// The light one for the README, and a dark one to look at.
  ///
  /// @param light how bright the light one is at least, from 0 to 1
  void bothThemes(String name, double light) throws IOException {
    assertThat(brightness(picture("screenshot-" + name, true))).isGreaterThan(light);
    dark();
    assertThat(brightness(picture("screenshot-" + name + "-dark", false))).isLessThan(DARK);
  }

  /// @param shown whether the README shows it
  Image picture(String name, boolean shown) throws IOException {
    WaitForAsyncUtils.waitForFxEvents();
    var picture = fx(() -> stage().getScene().snapshot(null));
    Files.createDirectories(LOOK);
    write(picture, LOOK.resolve(name + ".png"));
    if (WRITE && shown) {
      write(picture, Path.of("assets", name + ".png"));
    }
    return picture;
  }

  void dark() {
    robot.interact(() -> ((MenuButton) node("theme")).getItems().getLast().fire());
  }

  void tab(String pane, int number) {
    robot.interact(() -> ((TabPane) node(pane)).getSelectionModel().select(number));
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

  static double brightness(Image image) {
    var sum = 0.0;
    var count = 0;
    for (var y = 0; y < image.getHeight(); y += STEP) {
      for (var x = 0; x < image.getWidth(); x += STEP) {
        sum += image.getPixelReader().getColor(x, y).getBrightness();
        count++;
      }
    }
    return sum / count;
  }
}
