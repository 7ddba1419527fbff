package org.whence.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// The page as PDF/A-2u (ISO 19005-2): the HTML report laid out on A4, with everything unfolded,
/// its fonts within, bookmarks and page numbers. Nothing outside of the page is ever opened.
final class PdfReport {
  /// How many characters are laid out in one piece.
  private static final int PIECE = 1000;

  /// How many characters of one text are laid out.
  private static final int MAX_TEXT = 20_000;

  static {
    // The library tells its progress on standard error otherwise.
    XRLog.setLoggingEnabled(false);
  }

  void write(Page page, OutputStream out) throws IOException {
    var builder = new PdfRendererBuilder();
    for (var font : Fonts.values()) {
      builder.useFont(font::open, font.family(), font.bold() ? 700 : 400, FontStyle.NORMAL, true);
    }
    builder.useExternalResourceAccessControl((_, _) -> false, null);
    builder.usePdfAConformance(PdfAConformance.PDFA_2_U);
    builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    builder.withProducer("Whence");
    builder.withW3cDocument(PaperDom.of(laidOut(page)), "");
    builder.toStream(out);
    builder.run();
  }

  private static Document laidOut(Page page) throws IOException {
    var html = new ByteArrayOutputStream();
    HtmlReport.render(page, HtmlReport.resource("paper.css"), html);
    var document =
        Jsoup.parse(
            new ByteArrayInputStream(html.toByteArray()), StandardCharsets.UTF_8.name(), "");
    bookmarks(document);
    drawable(document);
    return document;
  }

  /// Text that the fonts have no glyphs for is shown as codes: a square would tell nothing.
  private static void drawable(Document document) {
    var glyphs = Glyphs.of(Fonts.SANS);
    document
        .body()
        .nodeStream(TextNode.class)
        .toList()
        .forEach(
            text -> inPieces(text, glyphs.drawable(Shortened.text(text.getWholeText(), MAX_TEXT))));
  }

  /// The layout looks at all that is left of a text for each of its lines: a text of many lines is
  /// laid out in pieces, or its time would be quadratic.
  private static void inPieces(TextNode node, String text) {
    if (text.length() <= PIECE) {
      node.text(text);
      return;
    }
    var at = pieceEnd(text, 0);
    node.text(text.substring(0, at));
    Node last = node;
    while (at < text.length()) {
      var end = pieceEnd(text, at);
      var piece = new Element("span").appendChild(new TextNode(text.substring(at, end)));
      last.after(piece);
      last = piece;
      at = end;
    }
  }

  private static int pieceEnd(String text, int from) {
    var end = Math.min(text.length(), from + PIECE);
    return Character.isHighSurrogate(text.charAt(end - 1)) && end < text.length() ? end + 1 : end;
  }

  /// The parts of the page, and what was judged, in the reader's side bar.
  private static void bookmarks(Document document) {
    var bookmarks = document.head().appendElement("bookmarks");
    for (var section : document.select("main > section")) {
      var heading = section.selectFirst("h2");
      if (heading != null) {
        var mark = bookmark(bookmarks, heading.text(), heading.id());
        for (var name : section.select("td:first-child a[href]")) {
          bookmark(mark, name.text() + beside(name), name.attr("href").substring(1));
        }
      }
    }
  }

  /// The number of a hop tells little without its client.
  private static String beside(Element name) {
    var cell = name.closest("td");
    var next = cell == null ? null : cell.nextElementSibling();
    var client = next == null ? null : next.selectFirst(".name");
    return client == null ? "" : " " + client.text();
  }

  private static Element bookmark(Element parent, String name, String id) {
    return parent.appendElement("bookmark").attr("name", name).attr("href", "#" + id);
  }
}
