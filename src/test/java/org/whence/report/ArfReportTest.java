package org.whence.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whence.chain.Branch;
import org.whence.investigation.InputReader;
import org.whence.investigation.Investigation;
import org.whence.investigation.InvestigationTopic;
import org.whence.investigation.Options;
import org.whence.investigation.Parameters;
import org.whence.mail.Message;
import org.whence.mail.mime.Entity;
import org.whence.mail.mime.MimeReader;

final class ArfReportTest {
  @Test
  void draftHasWordsForPeopleAPartForProgramsAndTheMail() throws IOException {
    var report = report(Cases.sample());

    assertThat(report.type().is("multipart/report")).isTrue();
    assertThat(report.parts()).hasSize(3);
    var words = new String(report.parts().get(0).content(), StandardCharsets.UTF_8);
    assertThat(words).contains("SHA-256", "hop 2 of 6", "does not lead back");
    var feedback = new String(report.parts().get(1).content(), StandardCharsets.US_ASCII);
    assertThat(feedback)
        .contains("Feedback-Type: abuse\r\n", "Version: 1\r\n", "User-Agent: Whence/1.2.3\r\n")
        .contains("Source-IP: 198.51.100.20\r\n", "Reported-Domain: bank.example\r\n");
    assertThat(report.parts().get(2).type().is("message/rfc822")).isTrue();
    assertThat(report.parts().get(2).parts().getFirst().fields())
        .anyMatch(field -> field.is("Subject"));
  }

  @ParameterizedTest
  @MethodSource("org.whence.report.HostileTest#texts")
  void nothingOfTheMailBecomesPartOfTheReport(String text) throws IOException {
    var report = report(Cases.hostile(text));

    assertThat(report.parts()).hasSize(3);
    assertThat(report.fields().stream().map(field -> field.name()))
        .containsExactly("MIME-Version", "X-Unsent", "Date", "Subject", "Content-Type");
    assertThat(new String(report.parts().get(1).content(), StandardCharsets.US_ASCII).lines())
        .allMatch(line ->
            line.matches(
                "(Feedback-Type|User-Agent|Version|Source-IP|Original-Mail-From|Arrival-Date"
                    + "|Reported-Domain|Reported-URI): .*"));
  }

  @Test
  void addressAloneIsNothingToReportInThisForm() {
    var input = InputReader.argument("192.0.2.1");
    var tree =
        Branch.root(
                question -> {
                  throw new AssertionError(question);
                },
                InvestigationTopic.CASE)
            .close();
    var investigation =
        new Investigation(
            input,
            new Parameters("1", "none", Options.defaults()),
            Cases.NOW,
            Cases.NOW,
            false,
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            tree);

    assertThatThrownBy(() -> Cases.written(investigation, Format.ARF))
        .isInstanceOf(ReportProblem.class)
        .hasMessageContaining("write json or csv");
  }

  private static Entity report(Investigation investigation) throws IOException {
    var out = new ByteArrayOutputStream();
    Report.write(investigation, Format.ARF, ReportOptions.defaults(Format.ARF), out);
    return MimeReader.read(Message.read(out.toByteArray()));
  }
}
