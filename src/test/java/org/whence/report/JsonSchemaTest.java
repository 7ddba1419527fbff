package org.whence.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Reports in JSON are what their published schema says.
final class JsonSchemaTest {
  private static Schema schema;

  @BeforeAll
  static void readSchema() throws IOException {
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of("assets/report.schema.json")), InputFormat.JSON);
  }

  @Test
  void sampleIsValid() throws IOException {
    assertThat(problems(Cases.written(Cases.sample(), Format.JSON))).isEmpty();
  }

  @Test
  void redactedReportIsValid() throws IOException {
    var options = ReportOptions.defaults(Format.JSON).withRedacted(true);

    assertThat(problems(Cases.written(Cases.sample(), Format.JSON, options))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("org.whence.report.HostileTest#texts")
  void hostileReportIsValid(String text) throws IOException {
    var hostile = Cases.hostile(text);
    var options = ReportOptions.defaults(Format.JSON).withNotes(Cases.notes(hostile, text));
    assertThat(problems(Cases.written(hostile, Format.JSON, options))).isEmpty();
  }

  @Test
  void whatIsNoReportIsRefused() throws IOException {
    var report = Cases.written(Cases.sample(), Format.JSON);

    assertThat(problems(report.replace("\"schema\":1", "\"schema\":2"))).isNotEmpty();
    assertThat(problems(report.replace("\"result\":\"softfail\"", "\"result\":\"maybe\"")))
        .isNotEmpty();
    assertThat(problems(report.replaceFirst("\"sha256\":\"[0-9a-f]", "\"sha256\":\"")))
        .isNotEmpty();
  }

  private static List<Error> problems(String report) {
    return schema.validate(report, InputFormat.JSON);
  }
}
