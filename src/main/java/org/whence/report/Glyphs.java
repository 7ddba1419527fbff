package org.whence.report;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// The glyphs of a font: which characters it has, how wide they are, how they are drawn. Read from
/// the font itself, so that a picture looks the same on every machine, one without fonts included.
final class Glyphs {
  private static final Map<Fonts, Glyphs> READ = new EnumMap<>(Fonts.class);

  private final TrueTypeFont font;
  private final CmapLookup characters;
  private final double unitsPerEm;
  private final Map<Integer, Path2D> paths = new ConcurrentHashMap<>();

  private Glyphs(TrueTypeFont font) throws IOException {
    this.font = font;
    this.characters = font.getUnicodeCmapLookup();
    this.unitsPerEm = font.getUnitsPerEm();
  }

  /// Those of a font, read once.
  static Glyphs of(Fonts font) {
    synchronized (READ) {
      return READ.computeIfAbsent(font, Glyphs::read);
    }
  }

  private static Glyphs read(Fonts font) {
    try (var in = font.open()) {
      return new Glyphs(new TTFParser().parse(new RandomAccessReadBuffer(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The text with every character that the font does not have as its code, as [Visible] writes it.
  String drawable(String text) {
    if (text.codePoints().allMatch(this::has)) {
      return text;
    }
    var drawn = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(point -> {
          if (has(point)) {
            drawn.appendCodePoint(point);
          } else {
            Visible.code(drawn, point);
          }
        });
    return drawn.toString();
  }

  /// How wide a text is, in ems; codes count for what the font does not have.
  double width(String text) {
    return drawable(text).codePoints().mapToDouble(this::advance).sum();
  }

  /// How many characters of a text, from its beginning, are no wider than so many ems.
  int fitting(String text, double room) {
    var width = 0.0;
    var at = 0;
    while (at < text.length()) {
      var point = text.codePointAt(at);
      width += has(point) ? advance(point) : width(Character.toString(point));
      if (width > room) {
        return at;
      }
      at += Character.charCount(point);
    }
    return at;
  }

  /// The outlines of a text, from the origin to the right, one unit an em, up is negative.
  Path2D outline(String text) {
    var outline = new Path2D.Double();
    var x = 0.0;
    for (var point : drawable(text).codePoints().toArray()) {
      var place = AffineTransform.getTranslateInstance(x, 0);
      place.scale(1 / unitsPerEm, -1 / unitsPerEm);
      outline.append(glyph(point).createTransformedShape(place), false);
      x += advance(point);
    }
    return outline;
  }

  private double advance(int point) {
    try {
      return font.getAdvanceWidth(characters.getGlyphId(point)) / unitsPerEm;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path2D glyph(int point) {
    return paths.computeIfAbsent(
        point,
        one -> {
          try {
            var glyph = font.getGlyph().getGlyph(characters.getGlyphId(one));
            return glyph == null ? new Path2D.Double() : glyph.getPath();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private boolean has(int point) {
    return point < ' ' || characters.getGlyphId(point) != 0;
  }
}
