package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import org.whence.gui.model.Phase;
import org.whence.gui.model.Settings;

/// Draws the window with the sample case, light and dark, as the README shows it.
///
/// `mvn test -Dtest=ScreenshotTest -Dwhence.screenshots=write` writes the pictures into `assets/`.
/// They are not compared: fonts differ between machines.
final class ScreenshotTest extends GuiTest {
  private static final boolean WRITE = "write".equals(System.getProperty("whence.screenshots"));
  private static final int WIDTH = 1280;

  @Test
  void windowWithTheSampleCaseInLightAndDark() throws InterruptedException, IOException {
    robot.clickOn("#sample");
    await(Phase.DONE);
    var light = picture("light");
    robot.interact(() -> ((TabPane) node("tabs")).getSelectionModel().select(2));
    robot.interact(() -> ((MenuButton) node("theme")).getItems().getLast().fire());
    var dark = picture("dark");
    assertThat(settings.theme()).isEqualTo(Settings.Theme.DARK);
    assertThat(brightness(light)).isGreaterThan(0.7);
    assertThat(brightness(dark)).isLessThan(0.3);
  }

  @Override
  int width() {
    return WIDTH;
  }

  private Image picture(String name) throws IOException {
    // The third hop has no PTR record: its check explains itself well.
    var check = fx(() -> model().chain().tops().get(2).children().getFirst());
    robot.interact(() -> model().selectedProperty().set(Optional.of(check)));
    WaitForAsyncUtils.waitForFxEvents();
    var picture = fx(() -> stage().getScene().snapshot(null));
    if (WRITE) {
      var file = Path.of("assets", "screenshot-" + name + ".png").toFile();
      ImageIO.write(buffered(picture), "png", file);
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
