package org.whence.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// The tree as a picture that stays sharp (SVG 1.1): shapes and text, no script, no style from
/// elsewhere, no link. Text is real text; each piece tells its width, so that a viewer without the
/// font keeps the layout.
final class SvgReport {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  void write(Page page, OutputStream out) throws IOException {
    var drawing = TreeDrawing.of(page);
    try {
      var svg = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      svg.writeStartDocument("UTF-8", "1.0");
      begin(page, drawing, svg);
      for (var rule : drawing.rules()) {
        svg.writeEmptyElement("path");
        svg.writeAttribute(
            "d",
            "M"
                + number(rule.x1())
                + " "
                + number(rule.y1())
                + "L"
                + number(rule.x2())
                + " "
                + number(rule.y2()));
        svg.writeAttribute("stroke", color(TreeDrawing.Ink.RULE));
      }
      for (var frame : drawing.frames()) {
        frame(frame, svg);
      }
      for (var text : drawing.texts()) {
        text(text, svg);
      }
      svg.writeEndElement();
      svg.writeEndDocument();
      svg.flush();
    } catch (XMLStreamException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e);
    }
  }

  private static void begin(Page page, TreeDrawing drawing, XMLStreamWriter svg)
      throws XMLStreamException {
    var size = "0 0 " + number(TreeDrawing.WIDTH) + " " + number(drawing.height());
    svg.setDefaultNamespace(NAMESPACE);
    svg.writeStartElement(NAMESPACE, "svg");
    svg.writeDefaultNamespace(NAMESPACE);
    svg.writeAttribute("viewBox", size);
    svg.writeAttribute("width", number(TreeDrawing.WIDTH));
    svg.writeAttribute("height", number(drawing.height()));
    svg.writeAttribute("role", "img");
    svg.writeStartElement("title");
    svg.writeCharacters(page.titles().page());
    svg.writeEndElement();
    svg.writeEmptyElement("rect");
    svg.writeAttribute("width", "100%");
    svg.writeAttribute("height", "100%");
    svg.writeAttribute("fill", "#ffffff");
  }

  private static void frame(TreeDrawing.Frame frame, XMLStreamWriter svg)
      throws XMLStreamException {
    svg.writeEmptyElement("rect");
    svg.writeAttribute("x", number(frame.x()));
    svg.writeAttribute("y", number(frame.y()));
    svg.writeAttribute("width", number(frame.width()));
    svg.writeAttribute("height", number(frame.height()));
    svg.writeAttribute("rx", "4");
    svg.writeAttribute("fill", "none");
    svg.writeAttribute("stroke", color(frame.ink()));
  }

  private static void text(TreeDrawing.Text text, XMLStreamWriter svg) throws XMLStreamException {
    var isMono = text.font() == Fonts.MONO || text.font() == Fonts.MONO_BOLD;
    svg.writeStartElement("text");
    svg.writeAttribute("x", number(text.x()));
    svg.writeAttribute("y", number(text.y()));
    svg.writeAttribute("textLength", number(text.width()));
    svg.writeAttribute("lengthAdjust", "spacingAndGlyphs");
    svg.writeAttribute(
        "font-family", isMono ? "DejaVu Sans Mono, monospace" : "DejaVu Sans, sans-serif");
    svg.writeAttribute("font-size", number(text.size()));
    if (text.font().bold()) {
      svg.writeAttribute("font-weight", "bold");
    }
    svg.writeAttribute("fill", color(text.ink()));
    svg.writeAttribute("xml:space", "preserve");
    svg.writeCharacters(text.text());
    svg.writeEndElement();
  }

  private static String color(TreeDrawing.Ink ink) {
    return String.format(Locale.ROOT, "#%06x", ink.rgb());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
