package org.whence.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Text from outside stays text, in every place of every format; each report is read back by a
/// parser that knows nothing of what wrote it.
final class HostileTest {
  private static final Set<String> TAGS =
      Set.of(
          "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section",
          "p", "h1", "h2", "dl", "dt", "dd", "span", "table", "thead", "tbody", "tr", "th", "td",
          "a", "ul", "li", "details", "summary", "div", "code", "pre");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "lang",
          "charset",
          "http-equiv",
          "content",
          "name",
          "class",
          "id",
          "href",
          "open",
          "scope",
          "colspan",
          "aria-hidden",
          "aria-labelledby");

  static Stream<String> texts() {
    return Stream.of(
        "<script>alert(1)</script>",
        "\"><svg onload=alert(1)>",
        "' onmouseover='alert(1)",
        "</style></title></pre><img src=//evil.example>",
        "<!-- ]]> -->",
        "javascript:alert(1)",
        "${1+1} @if(true) $unsafe{x} {0} [ {1} ]",
        "\u001b[31mred\u001b]0;title\u0007",
        "\u009b31mred",
        "gpj.\u202eexe",
        "zero\u200bwidth\u2066iso\u2069",
        "line\nfeed\r\n\tand \u2028 more\u0085",
        "nul\u0000 del\u007f",
        "lone \ud83d and \udc00 surrogates",
        "=cmd|' /C calc'!A0",
        "\\",
        "[a]: http://evil.example",
        "[x](http://evil.example) ![y](http://evil.example/z) <http://evil.example>",
        "http://evil.example www.evil.example a@evil.example",
        "# heading | cell `code` ``` ~~~ * * * 1. one",
        "]]> &lt; &#x3c;script> %pdf; endobj endstream (\\) Tj",
        "a".repeat(60_000),
        "a.".repeat(30_000));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void textIsSafeForTerminals(String text) throws IOException {
    for (var options :
        List.of(
            new ReportOptions(true, false, false, true, false),
            new ReportOptions(false, false, true, true, false))) {
      var report = written(text, Format.TEXT, options);
      assertThat(report.replace("\n", "").codePoints()).noneMatch(Visible::hidden);
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void colourIsTheOnlyCommandToATerminal(String text) throws IOException {
    var coloured = written(text, Format.TEXT, new ReportOptions(true, true, false, true, false));
    var plain = written(text, Format.TEXT, new ReportOptions(true, false, false, true, false));
    assertThat(coloured.replaceAll("\u001b\\[[0-9]{1,2}m", "")).isEqualTo(plain);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void jsonIsOneLineOfAsciiThatGivesTheTextBack(String text) throws IOException {
    var report = written(text, Format.JSON, ReportOptions.defaults(Format.JSON));
    assertThat(report).endsWith("}\n").doesNotContain("\u007f");
    assertThat(report.lines()).hasSize(1);
    assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(report)).isTrue();
    var wellFormed = new String(text.getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16);
    var values = JsonValues.object(report);
    assertThat(JsonValues.at(values, "input", "name")).isEqualTo(wellFormed);
    assertThat(JsonValues.at(values, "analyst", "notes", 1, "topic")).isEqualTo(wellFormed);
    assertThat(JsonValues.at(values, "tree", "steps", 0, "findings", 0, "about", 0, "domain"))
        .isEqualTo(wellFormed);
    assertThat(
            JsonValues.at(
                values, "tree", "steps", 0, "steps", 0, "steps", 0, "exchanges", 0, "server"))
        .isEqualTo(wellFormed);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void pageHoldsNothingButItsOwnElements(String text) throws IOException {
    for (var defanged : List.of(true, false)) {
      page(text, defanged);
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void markdownIsTextAlone(String text) throws IOException {
    for (var defanged : List.of(true, false)) {
      markdown(text, defanged);
    }
  }

  private static void markdown(String text, boolean defanged) throws IOException {
    var options = ReportOptions.defaults(Format.MARKDOWN).withDefanged(defanged);
    var report = written(text, Format.MARKDOWN, options);
    assertThat(report.replace("\n", "").codePoints()).noneMatch(Visible::hidden);
    // Values that are not defanged are wanted as they are: a reader that makes links of URLs may.
    var extensions =
        defanged
            ? List.of(TablesExtension.create(), AutolinkExtension.create())
            : List.of(TablesExtension.create());
    var parsed = Parser.builder().extensions(extensions).build().parse(report);
    var page = Jsoup.parse(HtmlRenderer.builder().extensions(extensions).build().render(parsed));
    // The program's own version, which is hostile here alone, is not defanged.
    var links = page.select("a").stream().map(Element::parent).distinct().toList();
    assertThat(links).allMatch(place -> place != null && place.text().contains("Whence "));
    page.select("a").unwrap();
    assertThat(page.body().getAllElements().stream().skip(1).map(Element::tagName))
        .isSubsetOf(
            "h1",
            "h2",
            "h3",
            "p",
            "ul",
            "li",
            "strong",
            "em",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "pre",
            "code",
            "hr",
            "blockquote",
            "br");
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("pre").eachText()).allMatch(sheet -> sheet.contains("QUERY"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void pictureIsShapesAndText(String text) throws Exception {
    var report = written(text, Format.SVG, ReportOptions.defaults(Format.SVG));
    var factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    var picture =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(report.getBytes(StandardCharsets.UTF_8)));
    var elements = picture.getElementsByTagName("*");
    for (var i = 0; i < elements.getLength(); i++) {
      assertThat(elements.item(i).getNodeName()).isIn("svg", "title", "rect", "path", "text");
      var attributes = elements.item(i).getAttributes();
      for (var j = 0; j < attributes.getLength(); j++) {
        assertThat(attributes.item(j).getNodeName())
            .doesNotStartWith("on")
            .isNotIn("href", "style");
      }
    }
    assertThat(picture.getDocumentElement().getTextContent().codePoints())
        .noneMatch(Visible::hidden);
  }

  /// The report of a hostile case with hostile notes.
  private static String written(String text, Format format, ReportOptions options)
      throws IOException {
    var hostile = Cases.hostile(text);
    return Cases.written(hostile, format, options.withNotes(Cases.notes(hostile, text)));
  }

  static Stream<String> textsOfPaper() {
    return texts().map(text -> text.substring(0, Math.min(3000, text.length())));
  }

  @ParameterizedTest
  @MethodSource("textsOfPaper")
  void paperHoldsTextAlone(String text) throws IOException {
    var out = new ByteArrayOutputStream();
    Report.write(
        Cases.hostile(text),
        Format.PDF,
        ReportOptions.defaults(Format.PDF).withDefanged(false),
        out);
    try (var paper = Loader.loadPDF(out.toByteArray())) {
      var read = new PDFTextStripper().getText(paper);
      var shown = Glyphs.of(Fonts.SANS).drawable(Visible.text(text));
      assertThat(read.replaceAll("\\s", ""))
          .contains(shown.substring(0, Math.min(40, shown.length())).replaceAll("\\s", ""));
      for (var page : paper.getPages()) {
        assertThat(page.getAnnotations())
            .allSatisfy(one -> assertThat(one).isInstanceOf(PDAnnotationLink.class))
            .extracting(one -> ((PDAnnotationLink) one).getAction())
            .allMatch(action -> action == null || action instanceof PDActionGoTo);
      }
      assertThat(paper.getDocumentCatalog().getNames()).isNull();
      assertThat(paper.getDocumentCatalog().getOpenAction()).isNull();
    }
  }

  @Property(tries = 60)
  void anyTextStaysText(@ForAll String text) throws IOException {
    page(text, false);
    var values = JsonValues.object(written(text, Format.JSON, ReportOptions.defaults(Format.JSON)));
    assertThat(JsonValues.strings(values)).isNotEmpty();
  }

  private static void page(String text, boolean defanged) throws IOException {
    var options = ReportOptions.defaults(Format.HTML).withDefanged(defanged);
    var report = written(text, Format.HTML, options);
    assertThat(report.replace("\n", "").codePoints()).noneMatch(Visible::hidden);
    var page = Jsoup.parse(report);
    var elements = page.getAllElements().stream().skip(1).toList();
    assertThat(elements.stream().map(Element::tagName)).isSubsetOf(TAGS);
    assertThat(
            elements.stream().flatMap(e -> e.attributes().asList().stream()).map(Attribute::getKey))
        .isSubsetOf(ATTRIBUTES);
    assertThat(page.select("[href]").eachAttr("href"))
        .allMatch(href -> href.matches("#[sq][0-9-]+"));
    assertThat(page.select("style")).hasSize(1);
    var shown = Visible.text(text);
    assertThat(page.select("dd").eachText().toString().replaceAll("\\s|\\[|]", ""))
        .contains(
            (defanged ? "" : shown.substring(0, Math.min(40, shown.length())))
                .replaceAll("\\s|\\[|]", ""));
  }
}
