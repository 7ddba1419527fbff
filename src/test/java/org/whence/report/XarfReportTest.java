package org.whence.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.whence.mail.Sha256;

final class XarfReportTest {
  private static String evidence(Object report, int number) {
    var payload = String.valueOf(JsonValues.at(report, "evidence", number, "payload"));
    return new String(Base64.getDecoder().decode(payload), StandardCharsets.UTF_8);
  }

  @Test
  void draftHoldsTheMailWithItsClientAndIsValid() throws IOException {
    var text = Cases.written(Cases.sample(), Format.XARF);
    var report = JsonValues.object(text);

    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                XarfReportTest.class.getResourceAsStream("xarf-draft.schema.json"),
                InputFormat.JSON);
    assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
    assertThat(JsonValues.at(report, "source_identifier")).isEqualTo("198.51.100.20");
    assertThat(JsonValues.at(report, "smtp_from")).isEqualTo("web14@hosting.example");
    assertThat(JsonValues.at(report, "evidence", 0, "content_type")).isEqualTo("message/rfc822");
    assertThat(evidence(report, 0)).contains("\r\nSubject: ");
    assertThat(JsonValues.at(report, "evidence", 0, "hash"))
        .isEqualTo("sha256:" + Sha256.of(evidence(report, 0).getBytes(StandardCharsets.UTF_8)));
    assertThat(evidence(report, 1)).contains("hop 2 of 6", "does not lead back");
    assertThat(String.valueOf(JsonValues.at(report, "description")))
        .contains("Complete reporter and sender");
  }

  @Test
  void sameInvestigationHasTheSameIdentifier() throws IOException {
    assertThat(Cases.written(Cases.sample(), Format.XARF))
        .isEqualTo(Cases.written(Cases.sample(), Format.XARF));
  }

  @Test
  void mailWithoutAClientIsNothingToReportInThisForm() {
    assertThatThrownBy(() -> Cases.written(Cases.hostile("x"), Format.XARF))
        .isInstanceOf(ReportProblem.class)
        .hasMessageContaining("--ip");
  }
}
