package org.whence.report;

import java.util.ArrayList;
import java.util.List;
import org.whence.report.Page.Badge;
import org.whence.report.Page.Node;

/// The tree laid out as a picture: what is drawn where. A step is a row: its badge, what it is
/// about, why; what was noticed and what would have to be different stand below. Long rows go on in
/// the next line. Sizes are CSS pixels, from the top left corner.
final class TreeDrawing {
  static final double WIDTH = 1200;

  private static final double MARGIN = 24;
  private static final double LINE = 20;

  /// How many characters of one text are drawn.
  private static final int MAX_TEXT = 2_000;

  private static final double INDENT = 20;
  private static final double SIZE = 13;
  private static final double SMALL = 11.5;
  private static final double GAP = 7;
  private static final double PADDING = 5;

  /// A piece of text; `y` is its base line.
  record Text(String text, double x, double y, double width, Fonts font, double size, Ink ink) {}

  /// A straight line.
  record Rule(double x1, double y1, double x2, double y2) {}

  /// The frame of a badge.
  record Frame(double x, double y, double width, double height, Ink ink) {}

  /// The colours, as RGB: those of the reports on paper, told apart by more than their hue.
  enum Ink {
    BLACK(0x1b2430),
    GREY(0x5b6675),
    RULE(0xc4c9d0),
    PASS(0x0b6b5e),
    FAIL(0xa3231c),
    SOFTFAIL(0x8a5200),
    UNSURE(0x5b3d99),
    NONE(0x56606d);

    private final int rgb;

    Ink(int rgb) {
      this.rgb = rgb;
    }

    int rgb() {
      return rgb;
    }

    static Ink of(Badge badge) {
      return switch (badge.kind()) {
        case "pass" -> PASS;
        case "fail", "permerror" -> FAIL;
        case "softfail", "policy" -> SOFTFAIL;
        case "temperror" -> UNSURE;
        default -> NONE;
      };
    }
  }

  private final List<Text> texts = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<Frame> frames = new ArrayList<>();
  private double x;
  private double y = MARGIN;
  private double left;

  private TreeDrawing() {}

  /// The tree of a page, with its title above and who wrote it below.
  static TreeDrawing of(Page page) {
    var drawing = new TreeDrawing();
    drawing.begin(0);
    drawing.write(page.titles().page(), Fonts.SANS_BOLD, 17, Ink.BLACK);
    for (var strip : page.strips()) {
      drawing.begin(0);
      drawing.write(strip.label(), Fonts.SANS, SIZE, Ink.GREY);
      strip.badges().forEach(drawing::badge);
    }
    drawing.begin(0);
    drawing.write(page.summary(), Fonts.SANS, SIZE, Ink.BLACK);
    drawing.y += LINE / 2;
    drawing.node(page.tree(), 0);
    drawing.y += LINE / 2;
    drawing.remarks(page.remarks());
    drawing.begin(0);
    drawing.write(page.footer(), Fonts.SANS, SMALL, Ink.GREY);
    return drawing;
  }

  private void remarks(Remarks remarks) {
    for (var remark : remarks.all()) {
      begin(0);
      write(remark.label(), Fonts.SANS_BOLD, SIZE, Ink.BLACK);
      for (var line : remark.lines()) {
        begin(1);
        write(line, Fonts.SANS, SIZE, Ink.BLACK);
      }
      y += LINE / 2;
    }
  }

  List<Text> texts() {
    return List.copyOf(texts);
  }

  List<Rule> rules() {
    return List.copyOf(rules);
  }

  List<Frame> frames() {
    return List.copyOf(frames);
  }

  double height() {
    return y + MARGIN;
  }

  private void node(Node node, int depth) {
    begin(depth);
    var top = y;
    node.badge().forEach(this::badge);
    var idle = "idle".equals(node.emphasis());
    var ink = idle ? Ink.GREY : Ink.BLACK;
    write(
        node.label(), "decisive".equals(node.emphasis()) ? Fonts.MONO_BOLD : Fonts.MONO, SIZE, ink);
    write(node.reason(), Fonts.SANS, SIZE, ink);
    write(node.clause(), Fonts.SANS, SMALL, Ink.GREY);
    for (var asked : node.asked()) {
      write(asked.answer(), Fonts.MONO, SMALL, ink);
      write(asked.ttl(), Fonts.SANS, SMALL, Ink.GREY);
      write(asked.took(), Fonts.SANS, SMALL, Ink.GREY);
      write(asked.dnssec(), Fonts.SANS, SMALL, Ink.GREY);
    }
    for (var sentence : node.why()) {
      below(sentence, depth);
    }
    for (var note : node.notes()) {
      below(note.text() + " [" + note.clause() + "]", depth);
    }
    for (var child : node.nodes()) {
      var at = MARGIN + depth * INDENT + 4;
      var row = y + LINE - 4;
      node(child, depth + 1);
      rules.add(new Rule(at, row, at + INDENT - 8, row));
      rules.add(new Rule(at, top + 6, at, row));
    }
  }

  private void below(String text, int depth) {
    begin(depth + 1);
    write(text, Fonts.SANS, SMALL, Ink.GREY);
  }

  private void begin(int depth) {
    left = MARGIN + depth * INDENT;
    x = left;
    y += LINE;
  }

  private void badge(Badge badge) {
    var text = badge.mark().isEmpty() ? badge.text() : badge.mark() + " " + badge.text();
    var width = Glyphs.of(Fonts.SANS_BOLD).width(text) * SMALL;
    var ink = Ink.of(badge);
    frames.add(new Frame(x, y - SIZE, width + 2 * PADDING, SIZE + 4, ink));
    texts.add(new Text(text, x + PADDING, y, width, Fonts.SANS_BOLD, SMALL, ink));
    x += width + 2 * PADDING + GAP;
  }

  /// Writes words one after the other, and goes on in the next line where the row is full; a word
  /// that is longer than a line is parted.
  private void write(String text, Fonts font, double size, Ink ink) {
    var glyphs = Glyphs.of(font);
    var line = new StringBuilder();
    var used = 0.0;
    var shown = Shortened.text(text, MAX_TEXT);
    for (var word : shown.isEmpty() ? new String[0] : shown.split(" ", -1)) {
      var rest = word;
      while (true) {
        var blank = line.isEmpty() ? "" : " ";
        var room = (WIDTH - MARGIN - x - used) / size - glyphs.width(blank);
        var fits = glyphs.fitting(rest, room);
        if (fits == rest.length()) {
          line.append(blank).append(rest);
          used += glyphs.width(blank + rest) * size;
          break;
        }
        if (line.isEmpty() && x <= left + INDENT) {
          var least = rest.offsetByCodePoints(0, 1);
          piece(rest.substring(0, Math.max(fits, least)), font, size, ink);
          rest = rest.substring(Math.max(fits, least));
        } else {
          piece(line.toString(), font, size, ink);
          line.setLength(0);
          used = 0;
        }
        y += LINE;
        x = left + INDENT;
      }
    }
    piece(line.toString(), font, size, ink);
  }

  private void piece(String text, Fonts font, double size, Ink ink) {
    if (!text.isEmpty()) {
      var width = Glyphs.of(font).width(text) * size;
      texts.add(new Text(Glyphs.of(font).drawable(text), x, y, width, font, size, ink));
      x += width + GAP;
    }
  }
}
