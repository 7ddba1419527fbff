package org.whence.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.whence.casefile.Notes;
import org.whence.chain.ChainListener;
import org.whence.dns.Resolution;
import org.whence.dns.ResolverSettings;
import org.whence.investigation.Comparison;
import org.whence.investigation.InputReader;
import org.whence.investigation.Investigation;
import org.whence.investigation.Investigator;
import org.whence.investigation.Options;
import org.whence.investigation.SampleCase;
import org.whence.investigation.Source;
import org.whence.investigation.Trust;
import org.whence.investigation.plan.Plan;
import org.whence.mail.BorderRule;
import org.whence.mail.Message;
import org.whence.mail.TrustedServers;
import org.whence.mail.mime.MimeReader;

final class RedactionTest {
  private static final String MAIL =
      """
      Return-Path: <bounce-alice.doe=corp.example@list.sender.example>
      Received: from mx.corp.example (mx.corp.example [192.0.2.25])
       by store.corp.example with ESMTP id q1 for <alice.doe@corp.example>;
       Tue, 24 Nov 2026 10:00:02 +0000
      Received: from out.sender.example (out.sender.example [198.51.100.9])
       by mx.corp.example with ESMTP id q2;
       Tue, 24 Nov 2026 10:00:00 +0000
      Message-ID: <secret.token.1234@sender.example>
      From: Newsletter <news@sender.example>
      To: Alice Doe <alice.doe@corp.example>
      Subject: for alice.doe@corp.example
      Date: Tue, 24 Nov 2026 09:59:00 +0000

      Hello, see https://sender.example/u/9f8e7d6c?who=alice.doe
      """;

  private static final List<String> SECRETS =
      List.of(
          "alice",
          "Alice Doe",
          "secret.token.1234",
          "9f8e7d6c",
          "store.corp.example",
          "mx.corp.example",
          "192.0.2.25",
          "25.2.0.192.in-addr.arpa",
          "news@");

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"PDF", "PNG"})
  void nothingThatIsNotForOthersIsLeftInAnyFormat(Format format) throws Exception {
    var options = ReportOptions.defaults(format).withDefanged(false).withRedacted(true);
    var plain = Cases.written(mail(), format, options.withRedacted(false));
    var report = Cases.written(mail(), format, options);

    var words =
        switch (format) {
          case ARF -> decoded(report);
          case XARF -> report + evidence(report);
          default -> report;
        };
    assertThat(words).doesNotContain(SECRETS);
    if (format.isOfPages()) {
      assertThat(plain).contains("out.sender.example", "mx.corp.example");
      assertThat(report).contains("sender.example");
    }
  }

  /// The words of an abuse report are in base64.
  private static String decoded(String report) {
    var parts = MimeReader.read(Message.read(report.getBytes(StandardCharsets.UTF_8))).parts();
    return parts.stream()
        .map(part -> new String(part.content(), StandardCharsets.UTF_8))
        .reduce("", String::concat);
  }

  /// The evidence of a draft for programs is in base64.
  private static String evidence(String report) {
    return JsonValues.strings(JsonValues.object(report))
        .filter(text -> text.length() > 100 && text.matches("[A-Za-z0-9+/]+=*"))
        .map(text -> new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8))
        .reduce("", String::concat);
  }

  @Test
  void sameValueHasTheSamePlaceholderInEveryFormat() throws Exception {
    var placeholders = Report.redaction(mail(), Redaction.ALL, Notes.NONE);

    assertThat(placeholders)
        .extracting(Redaction.Replaced::placeholder)
        .contains("redacted-recipient-1", "redacted-local-part-1", "redacted-host-1");
    var host =
        placeholders.stream()
            .filter(one -> one.value().equals("mx.corp.example"))
            .findFirst()
            .orElseThrow()
            .placeholder();
    for (var format : List.of(Format.TEXT, Format.HTML, Format.JSON, Format.MARKDOWN)) {
      var options = ReportOptions.defaults(format).withDefanged(false).withRedacted(true);
      assertThat(Cases.written(mail(), format, options)).contains(host);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RECIPIENT, Alice Doe, mx.corp.example",
    "LOCAL_PART, news@, mx.corp.example",
    "LINK, 9f8e7d6c, mx.corp.example",
    "HOST, mx.corp.example, news@"
  })
  void kindsThatWereNotChosenStay(Redaction.Kind kind, String gone, String left) throws Exception {
    var options =
        ReportOptions.defaults(Format.JSON).withDefanged(false).withRedacted(Set.of(kind));

    assertThat(Cases.written(mail(), Format.JSON, options)).doesNotContain(gone).contains(left);
    assertThat(Report.redaction(mail(), Set.of(kind), Notes.NONE))
        .isNotEmpty()
        .allMatch(one -> one.kind() == kind);
  }

  @Test
  void headSaysWhatWasTakenOut() throws Exception {
    var options = ReportOptions.defaults(Format.TEXT).withRedacted(true);

    assertThat(Cases.written(mail(), Format.TEXT, options))
        .containsPattern("Redacted +\\d+ recipients?")
        .containsPattern("\\d+ hosts of the own network");
  }

  /// Of half an address nobody sees that it is one.
  @Test
  void longSubjectIsCutBehindWhatIsTakenOut() throws Exception {
    var long500 = MAIL.replace("Subject: ", "Subject: " + "x".repeat(490) + " ");
    var options = ReportOptions.defaults(Format.TEXT).withRedacted(true);

    assertThat(Cases.written(mail(long500), Format.TEXT, options))
        .contains("xxx for redac…\n")
        .doesNotContain("alice");
  }

  @Test
  void nothingIsTakenOutUnasked() throws IOException {
    assertThat(Cases.written(Cases.sample(), Format.TEXT)).doesNotContain("edacted");
  }

  @Test
  void internationalHostIsTakenOutInBothForms() throws Exception {
    var redaction =
        Redaction.of(
            mail(MAIL.replace("mx.corp.example", "mx.xn--mnchen-3ya.example")), Redaction.ALL);

    assertThat(redaction.text("mx.xn--mnchen-3ya.example")).isEqualTo("redacted-host-1");
    assertThat(redaction.text("//mx.m\u00FCnchen.example/")).isEqualTo("//redacted-host-1/");
    assertThat(redaction.replaced()).hasSize(1);
  }

  @Test
  void valuesCountWhereTheyStandByThemselves() throws Exception {
    var redaction = Redaction.of(mail(), Redaction.ALL);

    assertThat(redaction.text("mx.corp.example. 60 IN A 192.0.2.25"))
        .isEqualTo("redacted-host-1. 60 IN A redacted-host-2");
    assertThat(redaction.text("a.mx.corp.example")).isEqualTo("a.redacted-host-1");
    assertThat(redaction.text("mx.corp.example.evil.example"))
        .isEqualTo("mx.corp.example.evil.example");
    assertThat(redaction.text("192.0.2.251 1192.0.2.25")).isEqualTo("192.0.2.251 1192.0.2.25");
    assertThat(redaction.text("MX.CORP.EXAMPLE")).isEqualTo("redacted-host-1");
  }

  /// Lists and policies are asked about an address in front of their zone.
  @Test
  void addressIsTakenOutOfTheNamesThatAskAboutIt() throws Exception {
    var redaction = Redaction.of(mail(), Redaction.ALL);

    assertThat(redaction.text("A 25.2.0.192.zen.lists.example"))
        .isEqualTo("A redacted-host-1.zen.lists.example");
    assertThat(redaction.text("192.0.2.25._ip.spf.example"))
        .isEqualTo("redacted-host-2._ip.spf.example");
    assertThat(redaction.text("25.2.0.192.in-addr.arpa")).isEqualTo("redacted-host-3");
    assertThat(redaction.text("192.0.2.25.1 25.2.0.192.7.example"))
        .isEqualTo("192.0.2.25.1 25.2.0.192.7.example");
  }

  @Test
  void localPartsAndLinksAreFoundByTheirForm() throws Exception {
    var redaction = Redaction.of(mail(), Redaction.ALL);

    assertThat(redaction.text("mailto:bob@other.example"))
        .isEqualTo("mailto:redacted-local-part-1@other.example");
    assertThat(redaction.text("bob@third.example"))
        .isEqualTo("redacted-local-part-1@third.example");
    assertThat(redaction.text("https://u:p@h.example/a?b#c rest"))
        .isEqualTo("https://h.example/redacted-link-1 rest");
    assertThat(redaction.text("https://h.example/")).isEqualTo("https://h.example/");
    assertThat(redaction.text("udp://192.0.2.53:53")).isEqualTo("udp://192.0.2.53:53");
  }

  /// Whatever is around it, a local-part before a domain does not stay.
  @Property
  void localPartIsTakenOutOfAnyText(@ForAll String before, @ForAll String behind) throws Exception {
    var redaction = Redaction.of(mail(), Redaction.ALL);

    assertThat(redaction.text(before + " someone@other.example " + behind))
        .contains(" redacted-local-part-", "@other.example ")
        .doesNotContain("someone@");
  }

  @Test
  void planAndComparisonAreRedactedToo() throws Exception {
    var before = mail();
    var comparison = Comparison.of(before, mail());
    for (var format : List.of(Format.TEXT, Format.JSON, Format.HTML)) {
      var options = ReportOptions.defaults(format).withDefanged(false).withRedacted(true);
      var out = new ByteArrayOutputStream();
      Report.write(comparison, format, options, out);
      Report.write(new Plan(before, List.of(), List.of(), List.of(), false), format, options, out);

      assertThat(out.toString(StandardCharsets.UTF_8))
          .contains("redacted-recipient-1")
          .doesNotContain(SECRETS);
    }
  }

  private static Investigation mail() throws IOException {
    return mail(MAIL);
  }

  private static Investigation mail(String mail) throws IOException {
    var octets = mail.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    var options =
        Options.defaults()
            .withTrust(
                new Trust(
                    TrustedServers.of(List.of("corp.example", "xn--mnchen-3ya.example")),
                    List.of(),
                    BorderRule.AUTOMATIC));
    try (Resolution resolution = SampleCase.resolution(ResolverSettings.defaults())) {
      return new Investigator(resolution, () -> Cases.NOW, options)
          .investigate(InputReader.read(Source.argument("mail"), octets), ChainListener.NONE);
    }
  }
}
