package org.whence.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.chain.Finding;
import org.whence.chain.Reason;
import org.whence.chain.Step;
import org.whence.chain.Value;
import org.whence.ip.AddressLiteral;

final class MacroTest {
  private static final String SENDER = "strong-bad@email.example.com";

  private record Expanded(String text, Step step) {}

  private static Expanded expand(String text, String ip, String sender, boolean asName)
      throws InterruptedException {
    var request =
        new SpfRequest(
            AddressLiteral.find(ip).orElseThrow().address(),
            "mta.example.net",
            sender,
            Optional.empty());
    var evaluation =
        new Evaluation(
            request,
            Sender.ofMailFrom(request),
            InstantSource.fixed(TestZone.NOW),
            SpfOptions.defaults());
    var root = Branch.root(TestZone.of(""), ChainTopic.QUESTION);
    var record = RecordParser.parse("v=spf1 x=" + text);
    assertThat(record.flaws()).isEmpty();
    var term = (Term.Unknown) record.terms().getFirst();
    var step = TermStep.open(root, term, 1, "email.example.com");
    var expander = new MacroExpander(evaluation, "email.example.com");
    var result =
        asName
            ? expander.name(term.value(), step)
            : expander.explanation(term.value(), step.branch(), step);
    step.branch().close();
    return new Expanded(result, root.close());
  }

  /// The examples of RFC 7208, 7.4.
  @ParameterizedTest
  @CsvSource({
    "%{s}, strong-bad@email.example.com",
    "%{o}, email.example.com",
    "%{d}, email.example.com",
    "%{d4}, email.example.com",
    "%{d3}, email.example.com",
    "%{d2}, example.com",
    "%{d1}, com",
    "%{dr}, com.example.email",
    "%{d2r}, example.email",
    "%{l}, strong-bad",
    "%{l-}, strong.bad",
    "%{lr}, strong-bad",
    "%{lr-}, bad.strong",
    "%{l1r-}, strong",
    "%{ir}.%{v}._spf.%{d2}, 3.2.0.192.in-addr._spf.example.com",
    "%{lr-}.lp._spf.%{d2}, bad.strong.lp._spf.example.com",
    "%{ir}.%{v}.%{l1r-}.lp._spf.%{d2}, 3.2.0.192.in-addr.strong.lp._spf.example.com",
    "%{h}, mta.example.net",
    "%{r}, unknown",
    "%{c}, 192.0.2.3",
    "%{S}, strong-bad%40email.example.com",
    "%{L1R-}, strong",
    "%{d999999999999}, email.example.com",
    "a%%b%_c%-d, a%b c%20d"
  })
  void examplesOfTheRfc(String macro, String expansion) throws InterruptedException {
    assertThat(expand(macro, "192.0.2.3", SENDER, false).text()).isEqualTo(expansion);
  }

  @Test
  void version6IsNibblesForNamesAndGroupsForPeople() throws InterruptedException {
    var text = expand("%{ir}.%{v}._spf.%{d2}|%{c}", "2001:db8::cb01", SENDER, false).text();

    assertThat(text.toLowerCase(Locale.ROOT))
        .isEqualTo(
            "1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6._spf.example.com"
                + "|2001:db8::cb01");
  }

  @Test
  void timeIsInSecondsAndNotAName() throws InterruptedException {
    assertThat(expand("%{t}", "192.0.2.3", SENDER, false).text())
        .isEqualTo(String.valueOf(TestZone.NOW.getEpochSecond()));
  }

  @Test
  void everyMacroIsAStepWithItsValueAndWhatBecameOfIt() throws InterruptedException {
    var step = expand("%{ir}.%{d2}", "192.0.2.3", SENDER, true).step();

    assertThat(step.all().filter(s -> s.topic() == SpfTopic.MACRO).map(Step::values))
        .containsExactly(
            List.of(Value.of("%{ir}"), Value.of("192.0.2.3"), Value.of("3.2.0.192")),
            List.of(Value.of("%{d2}"), Value.of("email.example.com"), Value.of("example.com")));
  }

  @Test
  void longNameLosesWholeLabelsOnItsLeftAndTheTreeSaysSo() throws InterruptedException {
    var local = "x".repeat(60) + ".";
    var expanded = expand("%{l}.%{d}", "192.0.2.3", local.repeat(5) + "y@email.example.com", true);

    assertThat(expanded.text()).isEqualTo(local.repeat(3) + "y.email.example.com");
    assertThat(expanded.text().length()).isLessThanOrEqualTo(TargetName.LONGEST);
    assertThat(
            expanded.step().all().flatMap(s -> s.findings().stream()).<Reason>map(Finding::reason))
        .containsExactly(SpfReason.NAME_CUT);
  }

  @Test
  void expansionOfManyMacrosStaysBounded() throws InterruptedException {
    var sender = "z".repeat(10_000) + "@email.example.com";

    assertThat(expand("%{s}".repeat(1_000), "192.0.2.3", sender, false).text())
        .hasSize(MacroExpander.MAX_LENGTH);
    assertThat(expand("%{s}".repeat(1_000) + ".%{d}", "192.0.2.3", sender, true).text())
        .endsWith(".example.com");
  }

  @Test
  void urlEscapeIsThatOfUtf8InCapitals() {
    assertThat(UrlEscape.of("a-z_A.Z~0 /\u00E9")).isEqualTo("a-z_A.Z~0%20%2F%C3%A9");
  }

  @ParameterizedTest
  @CsvSource({"a..example", ".example.org", "a.example..", "''", "."})
  void emptyLabelsMakeNoName(String text) {
    assertThat(TargetName.of(text)).isEmpty();
  }
}
