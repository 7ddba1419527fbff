package org.whence.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class PngReportTest {
  @Test
  void pictureShowsTheTreeInTheColoursOfItsVerdicts() throws IOException {
    var out = new ByteArrayOutputStream();
    Report.write(Cases.sample(), Format.PNG, ReportOptions.defaults(Format.PNG), out);

    var picture = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    assertThat(picture.getWidth()).isEqualTo(2400);
    assertThat(picture.getHeight()).isBetween(2000, PngReport.MAX_HEIGHT);
    var colours = new HashSet<Integer>();
    for (var y = 0; y < picture.getHeight(); y++) {
      for (var x = 0; x < picture.getWidth(); x++) {
        colours.add(picture.getRGB(x, y) & 0xffffff);
      }
    }
    assertThat(colours)
        .contains(0xffffff, TreeDrawing.Ink.PASS.rgb(), TreeDrawing.Ink.FAIL.rgb(), 0x1b2430);
  }

  @Test
  void treeThatIsTooHighIsRefusedWithTheWayOut() throws IOException {
    var sample = Cases.sample();
    var high = sample.tree();
    for (var i = 0; i < 40; i++) {
      high = high.withStep(sample.tree());
    }
    var found = sample.withTree(high);
    assertThatThrownBy(() ->
            Report.write(
                found, Format.PNG, ReportOptions.defaults(Format.PNG), new ByteArrayOutputStream()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("write svg, html or pdf");
  }

  @Test
  void textOfAMegabyteIsDrawnShortened() throws IOException {
    var svg = Cases.written(Cases.hostile("a".repeat(1 << 20)), Format.SVG);

    assertThat(svg).contains(" more characters").hasSizeLessThan(2_000_000);
  }
}
