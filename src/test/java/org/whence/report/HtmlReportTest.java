package org.whence.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

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
  void verdictIsMarkWordAndColour() throws IOException {
    var badge = page(ReportOptions.defaults(Format.HTML)).expectFirst("td .badge.temperror");
    assertThat(badge.text()).isEqualTo("? temperror");
  }

  private static Document page(ReportOptions options) throws IOException {
    return Jsoup.parse(Cases.written(Cases.sample(), Format.HTML, options));
  }
}
