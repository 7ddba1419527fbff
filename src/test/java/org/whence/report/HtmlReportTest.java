package org.whence.report;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.whence.TestZone;
import org.whence.chain.ChainListener;
import org.whence.dns.ResolutionOf;
import org.whence.investigation.Check;
import org.whence.investigation.InputReader;
import org.whence.investigation.Investigator;
import org.whence.investigation.Options;
import org.whence.investigation.Source;

final class HtmlReportTest {

  @Test
  void policyAllowsTheOneStyleSheetAndNothingElse() throws IOException {
    var page = page(ReportOptions.defaults(Format.HTML));
    var policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
    assertThat(policy)
        .isEqualTo(HtmlReport.policy(page.expectFirst("style").data()))
        .startsWith("default-src 'none'; style-src 'sha256-");
  }

  @Test
  void pageNeedsNothingFromElsewhere() throws IOException {
    var report = Cases.written(Cases.sample(), Format.HTML);
    assertThat(report).doesNotContain("http:", "https:", "url(", "@import", "src=", "<script");
  }

  @Test
  void everyLinkLeadsToAPlaceOnThePage() throws IOException {
    var page = page(ReportOptions.defaults(Format.HTML));
    assertThat(page.select("a[href]"))
        .isNotEmpty()
        .allSatisfy(
            link -> assertThat(page.getElementById(link.attr("href").substring(1))).isNotNull());
  }

  @Test
  void placesAreUnique() throws IOException {
    assertThat(page(ReportOptions.defaults(Format.HTML)).select("[id]").eachAttr("id"))
        .doesNotHaveDuplicates();
  }

  @Test
  void valuesAreDefangedUnlessSomebodyWantsThemReal() throws IOException {
    var defanged = page(ReportOptions.defaults(Format.HTML));
    defanged.select("style").remove();
    assertThat(defanged.text()).contains("203[.]0[.]113[.]77").doesNotContain("203.0.113.77");
    var real = page(ReportOptions.defaults(Format.HTML).withDefanged(false));
    assertThat(real.text()).contains("203.0.113.77").doesNotContain("[.]");
  }

  @Test
  void headRepeatsWhatTheRunRestsOn() throws IOException {
    var facts = page(ReportOptions.defaults(Format.HTML)).select("dl.facts").text();
    assertThat(facts)
        .contains(Cases.sample().input().sha256())
        .contains("recording case[.]dns[.]jsonl")
        .contains("Whence 1.2.3")
        .contains("2026-11-23T15:40:12.345Z");
  }

  @Test
  void everyExchangeIsInTheAppendix() throws IOException {
    var sheets = page(ReportOptions.defaults(Format.HTML)).select(".appendix pre");
    assertThat(sheets).hasSize(Cases.sample().tree().allExchanges().size());
    assertThat(sheets.eachText())
        .allMatch(text -> text.contains(";; SERVER: udp[:]//192[.]0[.]2[.]53:53"));
  }

  @Test
  void everySignatureIsARowOfTheResults() throws IOException {
    var signature = "DKIM-Signature: v=1; a=rsa-sha256; d=%s; s=%s; h=from; bh=AAAA; b=AAAA\n";
    var mail =
        signature.formatted("one.example", "a")
            + signature.formatted("two.example", "b")
            + "From: ann@one.example\nSubject: hello\n\nText\n";
    var keys = TestZone.of("a._domainkey.one.example NXDOMAIN\nb._domainkey.two.example NXDOMAIN");
    var found =
        new Investigator(
                ResolutionOf.resolver("test", keys),
                () -> Cases.NOW,
                Options.defaults().withChecks(Set.of(Check.DKIM)))
            .investigate(
                InputReader.read(Source.argument("a.eml"), mail.getBytes(US_ASCII)),
                ChainListener.NONE);
    var page = Jsoup.parse(Cases.written(found, Format.HTML));

    var rows = page.select("section[aria-labelledby=clients] tbody tr");
    assertThat(rows.eachText().stream().filter(row -> row.startsWith("DKIM")))
        .hasSize(2)
        .anyMatch(row -> row.startsWith("DKIM signature 1 of 2 one[.]example selector a"))
        .anyMatch(row -> row.startsWith("DKIM signature 2 of 2 two[.]example selector b"))
        .allMatch(row -> row.contains("permerror"));
  }

  @Test
  void whatTheStreamThrowsComesBack() throws IOException {
    var full =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("No space left on device");
          }
        };

    assertThatThrownBy(() ->
            Report.write(Cases.sample(), Format.HTML, ReportOptions.defaults(Format.HTML), full))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("No space left on device");
  }

  @Test
  void verdictIsMarkWordAndColour() throws IOException {
    var badge = page(ReportOptions.defaults(Format.HTML)).expectFirst("td .badge.temperror");
    assertThat(badge.text()).isEqualTo("? temperror");
  }

  private static Document page(ReportOptions options) throws IOException {
    return Jsoup.parse(Cases.written(Cases.sample(), Format.HTML, options));
  }
}
