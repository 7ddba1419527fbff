package org.whence.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.whence.casefile.Note;
import org.whence.casefile.Notes;
import org.whence.investigation.Investigation;

/// What the analyst wrote, in each format.
final class NotesReportTest {
  private static Notes notes(Investigation sample) {
    return Notes.NONE
        .withConclusion("Phish by way of a hosting account.\nThe bank is not involved.")
        .withTags(List.of("bank", "4711"))
        .with(Note.on(sample.tree().at("0.2.0").orElseThrow(), "ask clara.voss@example.net"))
        .with(new Note("0.9", "hop", List.of("192.0.2.99"), "gone"));
  }

  private static String written(Format format, ReportOptions options) throws IOException {
    var sample = Cases.sample();
    return Cases.written(sample, format, options.withNotes(notes(sample)));
  }

  private static String written(Format format) throws IOException {
    return written(format, ReportOptions.defaults(format));
  }

  @Test
  void textEndsWithThem() throws IOException {
    assertThat(written(Format.TEXT))
        .endsWith(
            """

            Notes of the analyst
              Conclusion
                Phish by way of a hosting account.
                The bank is not involved.
              Tags
                bank, 4711
              IPREV 198.51.100.61
                ask clara.voss@example.net
              a step that is not in this tree: hop 192.0.2.99
                gone
            """);
  }

  @Test
  void rowOfAHopHasItsNote() throws IOException {
    var rows = written(Format.CSV).lines().toList();

    assertThat(rows.getFirst()).endsWith(",delayMs,note");
    assertThat(rows.stream().filter(row -> row.endsWith(",\"ask clara.voss@example.net\"")))
        .singleElement()
        .asString()
        .startsWith("198.51.100.61,");
  }

  @Test
  void cellThatASpreadsheetWouldRunIsNone() throws IOException {
    var sample = Cases.sample();
    var note = Note.on(sample.tree().at("0.2.0").orElseThrow(), "=cmd()");
    var options = ReportOptions.defaults(Format.CSV).withNotes(Notes.NONE.with(note));

    assertThat(Cases.written(sample, Format.CSV, options))
        .contains("\"'=cmd()\"")
        .doesNotContain("\"=cmd");
  }

  private static List<Map<String, Object>> objects(Object list) {
    return ((List<?>) list).stream().map(JsonValues::members).toList();
  }

  @Test
  void stixHasThemAsNotesOfTheAnalystTheSameEachTime() throws IOException {
    var bundle = written(Format.STIX);
    var objects = objects(JsonValues.at(JsonValues.object(bundle), "objects"));
    var analyst =
        objects.stream()
            .filter(each -> "Analyst".equals(each.get("name")))
            .findFirst()
            .orElseThrow();
    var notes =
        objects.stream()
            .filter(each -> Objects.equals(each.get("created_by_ref"), analyst.get("id")))
            .filter(each -> "note".equals(each.get("type")))
            .toList();

    assertThat(notes)
        .extracting(each -> each.get("content"))
        .containsExactly(
            "Phish by way of a hosting account.\nThe bank is not involved.",
            "bank, 4711",
            "ask clara.voss@example.net",
            "gone");
    assertThat(notes.getFirst().get("labels")).isEqualTo(List.of("bank", "4711"));
    assertThat(notes).extracting(each -> each.get("id")).doesNotHaveDuplicates();
    assertThat(written(Format.STIX)).isEqualTo(bundle);
    assertThat(Cases.written(Cases.sample(), Format.STIX)).doesNotContain("Analyst");
  }

  @Test
  void mispHasThemAsCommentsAndTags() throws IOException {
    var event = written(Format.MISP);

    assertThat(event)
        .contains(
            "\"type\":\"comment\"",
            "Phish by way of a hosting account.\\nThe bank is not involved.",
            "\"comment\":\"Conclusion\"",
            "{\"name\":\"bank\"},{\"name\":\"4711\"}");
  }

  @Test
  void longConclusionIsPartedInMispAndLosesNothing() throws IOException {
    var sample = Cases.sample();
    var text = "\uD83D\uDE00".repeat(3000);
    var options =
        ReportOptions.defaults(Format.MISP).withNotes(Notes.NONE.withConclusion("x" + text));

    var values = new StringBuilder();
    var event = JsonValues.object(Cases.written(sample, Format.MISP, options));
    for (var each : objects(JsonValues.at(event, "Event", "Attribute"))) {
      if ("comment".equals(each.get("type"))) {
        values.append(each.get("value"));
      }
    }
    assertThat(values).hasToString("x" + text);
  }

  @Test
  void pageHasThemFirstWithLinksToTheirSteps() throws IOException {
    var page = Jsoup.parse(written(Format.HTML));
    var section = page.select("main > section").eq(0);
    assertThat(section.select("h2").text()).isEqualTo("Notes of the analyst");
    assertThat(section.select("dd").eq(0).select("span").eachText())
        .containsExactly("Phish by way of a hosting account.", "The bank is not involved.");
    var link = section.select("a");
    assertThat(link.eachText()).containsExactly("IPREV 198[.]51[.]100[.]61");
    assertThat(page.select(link.attr("href"))).hasSize(1);
  }

  @Test
  void markdownQuotesThem() throws IOException {
    var page =
        Jsoup.parse(
            HtmlRenderer.builder()
                .build()
                .render(Parser.builder().build().parse(written(Format.MARKDOWN))));
    assertThat(page.select("blockquote").eachText())
        .containsExactly(
            "Phish by way of a hosting account. The bank is not involved.",
            "bank, 4711",
            "ask clara[.]voss@example[.]net",
            "gone");
    assertThat(page.select("blockquote br")).hasSize(1);
  }

  @Test
  void paperHasThem() throws IOException {
    var sample = Cases.sample();
    var out = new ByteArrayOutputStream();
    var options = ReportOptions.defaults(Format.PDF).withNotes(notes(sample));
    Report.write(sample, Format.PDF, options, out);
    try (var paper = Loader.loadPDF(out.toByteArray())) {
      assertThat(new PDFTextStripper().getText(paper))
          .contains("Notes of the analyst", "The bank is not involved.", "bank, 4711");
    }
  }

  @Test
  void jsonKeepsThemAsTheyAre() throws IOException {
    var values = JsonValues.object(written(Format.JSON));
    assertThat(JsonValues.at(values, "analyst", "conclusion")).asString().contains("account.\nThe");
    assertThat(JsonValues.at(values, "analyst", "tags")).isEqualTo(List.of("bank", "4711"));
    assertThat(JsonValues.at(values, "analyst", "notes", 0, "path")).isEqualTo("0.2.0");
    assertThat(JsonValues.at(values, "analyst", "notes", 1).toString()).doesNotContain("path");
  }

  @Test
  void redactionTakesOutOfThemWhatItTakesOutOfAllElse() throws IOException {
    for (var format : List.of(Format.TEXT, Format.JSON, Format.HTML, Format.MARKDOWN)) {
      var report = written(format, ReportOptions.defaults(format).withRedacted(true));
      assertThat(report).contains("gone").doesNotContain("clara.voss");
    }
  }

  @Test
  void nothingIsToldWhereNothingIsWritten() throws IOException {
    for (var format : List.of(Format.TEXT, Format.JSON, Format.HTML, Format.MARKDOWN)) {
      assertThat(Cases.written(Cases.sample(), format))
          .doesNotContain("Notes of the analyst", "\"analyst\"");
    }
  }
}
