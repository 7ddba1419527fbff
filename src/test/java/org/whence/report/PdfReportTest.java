package org.whence.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

final class PdfReportTest {
  @Test
  void paperHoldsAllOfThePageAsTextWithItsNumbers() throws IOException {
    try (var paper = sample()) {
      var text = new PDFTextStripper().getText(paper);
      assertThat(text)
          .contains("case.eml", "hop 2 of 6", "does not lead back", "Appendix")
          .contains("1 / " + paper.getNumberOfPages())
          .contains(paper.getNumberOfPages() + " / " + paper.getNumberOfPages())
          .contains(";; QUESTION SECTION");
    }
  }

  @Test
  void partsAndHopsAreBookmarks() throws IOException {
    try (var paper = sample()) {
      var titles = new ArrayList<String>();
      for (var mark : paper.getDocumentCatalog().getDocumentOutline().children()) {
        titles.add(mark.getTitle());
        mark.children().forEach(below -> titles.add(below.getTitle()));
      }
      assertThat(titles)
          .contains("Input and run", "Chain of evidence", "Appendix: every exchange with DNS")
          .contains("2 203[.]0[.]113[.]77");
    }
  }

  @Test
  void paperIsKeptForYears() throws IOException {
    try (var paper = sample()) {
      var metadata =
          new String(
              paper.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
      assertThat(metadata).contains("pdfaid:part").containsPattern("pdfaid:part[=>]\"?2");
      assertThat(paper.getDocumentCatalog().getOutputIntents()).hasSize(1);
      for (var page : paper.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          var font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
          assertThat(font.getCOSObject().containsKey(COSName.TO_UNICODE)).isTrue();
        }
      }
    }
  }

  @Test
  void whatTheFontsCannotDrawIsShownAsItsCode() throws IOException {
    var out = new ByteArrayOutputStream();
    Report.write(
        Cases.hostile("\u4e2d\u6587 \u0436"), Format.PDF, ReportOptions.defaults(Format.PDF), out);
    try (var paper = Loader.loadPDF(out.toByteArray())) {
      assertThat(new PDFTextStripper().getText(paper)).contains("<U+4E2D><U+6587> \u0436");
    }
  }

  private static PDDocument sample() throws IOException {
    var out = new ByteArrayOutputStream();
    Report.write(Cases.sample(), Format.PDF, ReportOptions.defaults(Format.PDF), out);
    return Loader.loadPDF(out.toByteArray());
  }
}
