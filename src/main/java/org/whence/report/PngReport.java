package org.whence.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;

/// The tree as a picture for places that take pictures alone. Glyphs are drawn from the program's
/// own fonts, so neither a display nor a font of the system is needed.
final class PngReport {
  /// How high a picture may get, in pixels: one of this height needs about 100 MB while it is
  /// drawn.
  static final int MAX_HEIGHT = 20_000;

  private static final int SHARP = 2;

  void write(Page page, OutputStream out) throws IOException {
    var drawing = TreeDrawing.of(page);
    var scale = drawing.height() * SHARP <= MAX_HEIGHT ? SHARP : 1;
    if (drawing.height() * scale > MAX_HEIGHT) {
      throw new ReportProblem(
          "png: the tree is "
              + (int) drawing.height()
              + " pixels high, a picture holds "
              + MAX_HEIGHT
              + "; write svg, html or pdf");
    }
    var image =
        new BufferedImage(
            (int) (TreeDrawing.WIDTH * scale),
            (int) Math.ceil(drawing.height() * scale),
            BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(scale, scale);
    draw(drawing, graphics);
    graphics.dispose();
    ImageIO.setUseCache(false);
    ImageIO.write(image, "png", out);
  }

  private static void draw(TreeDrawing drawing, Graphics2D graphics) {
    graphics.setStroke(new BasicStroke(1));
    for (var rule : drawing.rules()) {
      graphics.setColor(new Color(TreeDrawing.Ink.RULE.rgb()));
      graphics.draw(new Line2D.Double(rule.x1(), rule.y1(), rule.x2(), rule.y2()));
    }
    for (var frame : drawing.frames()) {
      graphics.setColor(new Color(frame.ink().rgb()));
      graphics.draw(
          new RoundRectangle2D.Double(
              frame.x(), frame.y(), frame.width(), frame.height(), SHARP * 4, SHARP * 4));
    }
    for (var text : drawing.texts()) {
      graphics.setColor(new Color(text.ink().rgb()));
      var place = AffineTransform.getTranslateInstance(text.x(), text.y());
      place.scale(text.size(), text.size());
      graphics.fill(place.createTransformedShape(Glyphs.of(text.font()).outline(text.text())));
    }
  }
}
