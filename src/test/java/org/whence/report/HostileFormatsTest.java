package org.whence.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Suppliers;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.whence.investigation.Investigation;

/// A hostile mail and a hostile DNS through all checks into every format that [HostileTest] does
/// not read back, each by a parser that did not write it.
@Timeout(300)
final class HostileFormatsTest {
  private static final int COLUMNS = 19;
  private static final int MEGABYTE = 1 << 20;

  private static final Supplier<List<Investigation>> MEGABYTES =
      Suppliers.memoize(() ->
          List.of(
              HostileWorld.investigated("a".repeat(MEGABYTE / 16)),
              Cases.hostile("a.".repeat(MEGABYTE / 2))));

  private static String written(String text, Format format) throws IOException {
    return written(HostileWorld.investigated(text), text, format);
  }

  /// With the text in what the analyst wrote as well.
  private static String written(Investigation found, String text, Format format)
      throws IOException {
    var options = ReportOptions.defaults(format).withNotes(Cases.notes(found, text));
    return Cases.written(found, format, options);
  }

  @ParameterizedTest
  @MethodSource("org.whence.report.HostileTest#texts")
  void spreadsheetHasACellAValueAndRunsNone(String text) throws IOException {
    for (var found : new Investigation[] {HostileWorld.investigated(text), Cases.hostile(text)}) {
      var csv = written(found, text, Format.CSV);
      try (var rows = CSVParser.parse(new StringReader(csv), CSVFormat.RFC4180)) {
        var all = rows.getRecords();
        assertThat(all).hasSize(1 + found.hops().size()).allMatch(row -> row.size() == COLUMNS);
        assertThat(all.stream().flatMap(row -> row.stream()))
            .allMatch(cell -> cell.isEmpty() || "=+-@\t\r\n".indexOf(cell.charAt(0)) < 0)
            .allMatch(cell -> cell.codePoints().noneMatch(Visible::hidden));
      }
    }
  }

  static Stream<String> texts() {
    return HostileTest.texts();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void objectsForOtherProgramsAreOneLineOfAscii(String text) throws IOException {
    for (var format : new Format[] {Format.STIX, Format.MISP, Format.XARF}) {
      var report = written(text, format);
      assertThat(report).endsWith("}\n").doesNotContain("\u007f");
      assertThat(report.lines()).hasSize(1);
      assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(report)).isTrue();
      assertThat(JsonValues.object(report)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void draftOfAnAbuseReportIsWhatXarfAsksFor(String text) throws IOException {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                HostileFormatsTest.class.getResourceAsStream("xarf-draft.schema.json"),
                InputFormat.JSON);
    assertThat(schema.validate(written(text, Format.XARF), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void mailOfAnAbuseReportHasItsThreePartsAndNoOther(String text) throws IOException {
    var seen = seen(written(text, Format.ARF));
    assertThat(seen.getFirst())
        .isEqualTo(List.of("MIME-Version", "X-Unsent", "Date", "Subject", "Content-Type"));
    assertThat(seen).hasSize(1 + 3);
  }

  /// The names of the fields of a message and of each of its parts, as a parser of another library
  /// sees them; what is in an attached message is not looked into.
  private static List<List<String>> seen(String message) throws IOException {
    var seen = new ArrayList<List<String>>();
    var stream = new MimeTokenStream();
    stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
    stream.parse(new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)));
    try {
      for (var state = stream.getState();
          state != EntityState.T_END_OF_STREAM;
          state = stream.next()) {
        if (state == EntityState.T_START_HEADER) {
          seen.add(new ArrayList<>());
        } else if (state == EntityState.T_FIELD) {
          seen.getLast().add(stream.getField().getName());
        }
      }
    } catch (MimeException e) {
      throw new IOException(e);
    }
    return seen;
  }

  /// RFC 8601 and RFC 7208, 9.1: one field, whatever is in it.
  @ParameterizedTest
  @MethodSource("texts")
  void fieldIsOneField(String text) throws IOException {
    for (var format : new Format[] {Format.AUTHENTICATION_RESULTS, Format.RECEIVED_SPF}) {
      var field = written(text, format).replace("\r\n", "\n");
      assertThat(field.chars()).allMatch(c -> c == '\t' || c == '\n' || (c >= ' ' && c <= '~'));
      assertThat(seen(field + "\n"))
          .singleElement()
          .satisfies(names ->
              assertThat(names).singleElement().asString().isEqualToIgnoringCase(format.word()));
    }
  }

  /// RFC 5424, 6: one line, whose values end where they should.
  @ParameterizedTest
  @MethodSource("texts")
  void logLineIsOneLine(String text) throws IOException {
    var line = written(text, Format.LOG);
    assertThat(line)
        .matches(
            "<\\d{1,3}>1 [0-9T:.Z-]+ [!-~]{1,255} [!-~]+ [!-~]+ [!-~]+ \\[netsec@32473("
                + " [a-z]+=\"(\\\\[\"\\\\\\]]|[^\"\\\\\\]\\n])*\")+\\]( [^\\n]*)?\\n");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void rulesAreOfAsciiAndHoldNothingThatAShellRuns(String text) throws IOException {
    for (var format : Format.values()) {
      if (format.word().startsWith("rules-")) {
        var rules = written(text, format);
        assertThat(rules.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c <= '~'));
        assertThat(rules).contains("8.8.4.4").doesNotContain("`", "$(", "${", "&&", "||");
      }
    }
  }

  @Test
  void pictureOfPixelsHasItsLimits() throws IOException {
    var out = new ByteArrayOutputStream();
    Report.write(
        Cases.hostile("\u202e".repeat(2000)), Format.PNG, ReportOptions.defaults(Format.PNG), out);
    assertThat(ImageIO.read(new ByteArrayInputStream(out.toByteArray())).getHeight()).isPositive();
  }

  /// Names of a megabyte, in every field of the mail.
  @ParameterizedTest
  @EnumSource(Format.class)
  void megabytesAreBorneInEveryFormat(Format format) throws IOException {
    for (var found : MEGABYTES.get()) {
      write(found, format).ifPresent(problem -> assertThat(problem).contains(format.word()));
    }
  }

  /// What a format cannot hold is told in a line that names it.
  private static Optional<String> write(Investigation found, Format format) throws IOException {
    try {
      Report.write(found, format, ReportOptions.defaults(format), OutputStream.nullOutputStream());
      return Optional.empty();
    } catch (ReportProblem told) {
      return Optional.of(String.valueOf(told.getMessage()));
    }
  }

  @Test
  void everyFormatIsReadBackSomewhere() {
    assertThat(Arrays.stream(Format.values()).map(Format::word))
        .containsExactlyInAnyOrder(
            // HostileTest
            "text",
            "json",
            "html",
            "markdown",
            "svg",
            "pdf",
            // here
            "csv",
            "stix",
            "misp",
            "xarf",
            "arf",
            "png",
            "authentication-results",
            "received-spf",
            "log",
            "rules-nftables",
            "rules-ipset",
            "rules-pf",
            "rules-postfix",
            "rules-fail2ban",
            "rules-list");
  }
}
