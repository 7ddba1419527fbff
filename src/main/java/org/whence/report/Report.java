package org.whence.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whence.casefile.Notes;
import org.whence.chain.Step;
import org.whence.investigation.Comparison;
import org.whence.investigation.Investigation;
import org.whence.investigation.plan.Plan;
import org.whence.receiver.Products;

/// Writes an investigation, or what is told of it, in a format.
public final class Report {
  private Report() {}

  /// Writes a whole report and leaves the stream open. Text and HTML are UTF-8 (ASCII where Unicode
  /// is not wanted), JSON is one line of ASCII, CSV are lines of UTF-8, and so is what servers
  /// read.
  ///
  /// @throws IOException what the stream throws
  public static void write(
      Investigation investigation, Format format, ReportOptions options, OutputStream out)
      throws IOException {
    var wording = wording(investigation, options);
    switch (format) {
      case TEXT ->
          new TextReport(wording, options.style()).write(investigation, options.notes(), out);
      case JSON -> new JsonReport(investigation, wording).write(options.notes(), out);
      case CSV -> {
        out.write(CsvReport.header());
        new CsvReport(investigation, options.notes()).rows(wording.redaction(), out);
      }
      case HTML, PDF, MARKDOWN, SVG, PNG ->
          write(EvidencePage.of(investigation, wording, options), format, out);
      case STIX -> new StixReport(investigation, wording).write(options.notes(), out);
      case MISP -> new MispReport(investigation, wording).write(options.notes(), out);
      case ARF -> new ArfReport(investigation, wording).write(out);
      case XARF -> new XarfReport(investigation, wording).write(out);
      case AUTHENTICATION_RESULTS,
          RECEIVED_SPF,
          LOG,
          RULES_NFTABLES,
          RULES_IPSET,
          RULES_PF,
          RULES_POSTFIX,
          RULES_FAIL2BAN,
          RULES_LIST ->
          new ProductReport(investigation, wording, options.writing()).write(format, out);
    }
  }

  /// Writes what changed between two investigations, as above.
  ///
  /// @param format one that [is of pages][Format#isOfPages]
  /// @throws IOException what the stream throws
  public static void write(
      Comparison comparison, Format format, ReportOptions options, OutputStream out)
      throws IOException {
    var wording = wording(comparison.after(), options);
    switch (format) {
      case TEXT -> new PageText(options.style(), out).write(page(comparison, wording));
      case JSON ->
          new JsonReport(comparison.after(), wording)
              .write(json -> ComparisonJson.write(comparison, json), out);
      case HTML, PDF, MARKDOWN, SVG, PNG -> write(page(comparison, wording), format, out);
      default -> throw notOfPages(format);
    }
  }

  /// Writes what an investigation will ask and reveal, as above.
  ///
  /// @param format one that [is of pages][Format#isOfPages]
  /// @throws IOException what the stream throws
  public static void write(Plan plan, Format format, ReportOptions options, OutputStream out)
      throws IOException {
    var wording = wording(plan.run(), options);
    switch (format) {
      case TEXT -> new PageText(options.style(), out).write(page(plan, wording));
      case JSON ->
          new JsonReport(plan.run(), wording).write(json -> PlanJson.write(plan, json), out);
      case HTML, PDF, MARKDOWN, SVG, PNG -> write(page(plan, wording), format, out);
      default -> throw notOfPages(format);
    }
  }

  private static IllegalArgumentException notOfPages(Format format) {
    return new IllegalArgumentException(format + " holds results alone");
  }

  private static void write(Page page, Format format, OutputStream out) throws IOException {
    switch (format) {
      case HTML -> new HtmlReport().write(page, out);
      case PDF -> new PdfReport().write(page, out);
      case MARKDOWN -> new MarkdownReport(out).write(page);
      case SVG -> new SvgReport().write(page, out);
      case PNG -> new PngReport().write(page, out);
      default -> throw new IllegalArgumentException(format + " is not made of a page");
    }
  }

  /// What a plan tells, for whoever shows it on a screen.
  public static Page page(Plan plan, ReportOptions options) {
    return page(plan, wording(options));
  }

  private static Page page(Plan plan, Wording wording) {
    return new PlanPage(plan, wording).page();
  }

  /// Who will be asked by a plan, a line each, and whether others can read along; or why nobody is.
  public static List<String> asked(Plan plan, ReportOptions options) {
    return PlanPage.asked(plan, wording(options));
  }

  /// What a comparison tells, for whoever shows it on a screen.
  public static Page page(Comparison comparison, ReportOptions options) {
    return page(comparison, wording(options));
  }

  private static Page page(Comparison comparison, Wording wording) {
    return new ComparisonPage(comparison, wording).page();
  }

  /// The rows of an investigation, behind those of another one.
  ///
  /// @param format [Format#CSV] or [Format#JSON]
  /// @throws IOException what the stream throws
  public static void rows(
      Investigation investigation, Format format, ReportOptions options, OutputStream out)
      throws IOException {
    if (format == Format.CSV) {
      new CsvReport(investigation, options.notes())
          .rows(wording(investigation, options).redaction(), out);
    } else {
      write(investigation, format, options, out);
    }
  }

  /// Everything that a receiving server would write about a client, and rules that block it; empty
  /// where nobody's address is known.
  ///
  /// @param path a step that is looked at, where there are several clients
  public static Optional<Products> products(
      Investigation investigation, Writing writing, Optional<String> path) {
    return ProductReport.of(investigation, writing, path);
  }

  /// One step with its evidence and all below it: an object as in the tree of the JSON report, on
  /// one line of ASCII.
  public static String json(Step step) {
    var out = new ByteArrayOutputStream();
    try (var json = Json.to(out)) {
      new StepJson(json).step(step);
    }
    return out.toString(StandardCharsets.US_ASCII);
  }

  /// What a report of an investigation would take out, with what stands for it, for whoever is to
  /// look at it before.
  ///
  /// @param kinds what kinds of things it would take out
  /// @param notes what the analyst wrote
  public static List<Redaction.Replaced> redaction(
      Investigation investigation, Set<Redaction.Kind> kinds, Notes notes) throws IOException {
    var options = ReportOptions.defaults(Format.TEXT).withRedacted(kinds).withNotes(notes);
    var wording = wording(investigation, options);
    // Some formats hold more than the text does, and none more than JSON.
    new JsonReport(investigation, wording).write(notes, OutputStream.nullOutputStream());
    return wording.redaction().stream()
        .flatMap(redaction -> redaction.replaced().stream())
        .toList();
  }

  /// Where values are taken out, the report is written once to nobody: then each has its number,
  /// the same in every format, and what was taken out can be told at the head.
  private static Wording wording(Investigation investigation, ReportOptions options)
      throws IOException {
    var wording = wording(options);
    if (!options.redacted()) {
      return wording;
    }
    var redacted = wording.redacted(Redaction.of(investigation, options.taken()));
    new TextReport(redacted, new TextStyle(true, false))
        .write(investigation, options.notes(), OutputStream.nullOutputStream());
    return redacted;
  }

  private static Wording wording(ReportOptions options) {
    return Wording.load().defanged(options.defanged());
  }
}
