package org.whence.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whence.report.PublishedSchema.problems;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whence.SuiteZone;
import org.whence.Suites;
import org.whence.chain.ChainListener;
import org.whence.dns.ResolutionOf;
import org.whence.investigation.InputFile;
import org.whence.investigation.Investigator;
import org.whence.investigation.Options;
import org.whence.investigation.Trust;
import org.whence.receiver.Profiles;

/// Reports in JSON are what their published schema says, and hold no member that it does not name.
final class JsonSchemaTest {
  @Test
  void sampleIsValid() throws IOException {
    assertThat(problems(Cases.written(Cases.sample(), Format.JSON))).isEmpty();
  }

  /// Real mails with the DNS of their day, and all that may be told of them.
  @TestFactory
  Stream<DynamicTest> everyMailIsValid() {
    var suite = Suites.read("mail/blaze.json");
    return Suites.cases("mail/blaze.json").stream()
        .map(each -> DynamicTest.dynamicTest(each.id(), () -> valid(each, suite)));
  }

  private static void valid(Suites.Case each, Map<String, Object> suite) throws Exception {
    var mail = Suites.file("mail/" + each.text("file").orElseThrow());
    var zone = SuiteZone.of(suite, each.text("zone").orElseThrow());
    var options =
        Options.defaults()
            .withReceivers(Profiles.bundled())
            .withPostures(List.of("example.org"))
            .withTrust(Trust.NONE.withSealers(List.of("google.com")));
    try (var resolution = ResolutionOf.resolver("suite", zone)) {
      var found =
          new Investigator(resolution, () -> Cases.NOW, options)
              .investigate(InputFile.read(mail), ChainListener.NONE);
      assertThat(problems(Cases.written(found, Format.JSON))).isEmpty();
    }
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
    assertThat(problems(report.replace("\"schema\":1", "\"schema\":1,\"more\":1"))).isNotEmpty();
    assertThat(problems(report.replaceFirst("\"sha256\":\"[0-9a-f]", "\"sha256\":\"")))
        .isNotEmpty();
  }
}
