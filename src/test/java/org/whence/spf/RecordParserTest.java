package org.whence.spf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.spf.Mechanism.Prefixes;

final class RecordParserTest {

  private static Term only(String term) {
    var record = RecordParser.parse("v=spf1 " + term);
    assertThat(record.terms()).hasSize(1);
    return record.terms().getFirst();
  }

  private static Mechanism mechanism(String term) {
    assertThat(only(term)).isInstanceOf(Term.Directive.class);
    return ((Term.Directive) only(term)).mechanism();
  }

  @Test
  void termsKeepTheirTextAndPlace() {
    var record = RecordParser.parse("v=spf1  +A:mail.example.org/24//64 ~aLL  ");

    assertThat(record.terms()).extracting(Term::offset).containsExactly(8, 35);
    assertThat(record.terms())
        .extracting(Term::text)
        .containsExactly("+A:mail.example.org/24//64", "~aLL");
    assertThat(record.flaws()).isEmpty();
    assertThat(record.text()).isEqualTo("v=spf1 a:mail.example.org/24//64 ~all");
  }

  @ParameterizedTest
  @CsvSource({"all,PASS", "+all,PASS", "-all,FAIL", "~all,SOFTFAIL", "?all,NEUTRAL"})
  void qualifierIsPassWhereNoneIsWritten(String term, Qualifier qualifier) {
    assertThat(((Term.Directive) only(term)).qualifier()).isEqualTo(qualifier);
  }

  @Test
  void dualPrefixesAreReadFromTheEnd() {
    assertThat(mechanism("a/24//64"))
        .isEqualTo(
            new Mechanism.A(Optional.empty(), new Prefixes(Optional.of(24), Optional.of(64))));
    assertThat(mechanism("mx//0"))
        .isEqualTo(
            new Mechanism.Mx(Optional.empty(), new Prefixes(Optional.empty(), Optional.of(0))));
    assertThat(mechanism("a:foo:bar/baz.example.com/8").domain().map(MacroString::text))
        .contains("foo:bar/baz.example.com");
  }

  @Test
  void networksClearTheBitsBehindThePrefix() {
    assertThat(mechanism("ip4:192.0.2.77/24"))
        .isInstanceOfSatisfying(
            Mechanism.Ip4.class,
            ip4 ->
                assertThat(ip4.network().block().map(Object::toString)).contains("192.0.2.0/24"));
    assertThat(mechanism("ip6:2001:db8::ff/64"))
        .isInstanceOfSatisfying(
            Mechanism.Ip6.class,
            ip6 ->
                assertThat(ip6.network().block().map(Object::toString)).contains("2001:db8::/64"));
  }

  @Test
  void networkThatOnlyMapsVersion4HasNoBlock() {
    assertThat(((Mechanism.Ip6) mechanism("ip6:::ffff:1.2.3.4")).network().block()).isEmpty();
    assertThat(((Mechanism.Ip6) mechanism("ip6:::ffff:1.2.3.4/96")).network().block()).isEmpty();
    assertThat(((Mechanism.Ip6) mechanism("ip6:::ffff:1.2.3.4/90")).network().block()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "moo, UNKNOWN_MECHANISM, 8",
    "-moo, UNKNOWN_MECHANISM, 9",
    "1up=foo, UNKNOWN_MECHANISM, 8",
    "=all, UNKNOWN_MECHANISM, 8",
    "redirect:a.example, UNKNOWN_MECHANISM, 8",
    "all:x, UNEXPECTED, 11",
    "ptr/0, UNEXPECTED, 11",
    "include, NO_DOMAIN, 15",
    "include:, NO_DOMAIN, 16",
    "exp=, NO_DOMAIN, 12",
    "ip4, NO_ADDRESS, 11",
    "ip4:1.2.3, BAD_ADDRESS, 12",
    "ip4:01.2.3.4, BAD_ADDRESS, 12",
    "ip4:::1, BAD_ADDRESS, 12",
    "ip6:1.2.3.4, BAD_ADDRESS, 12",
    "ip6:[::1], BAD_ADDRESS, 12",
    "ip6:fe80::1%eth0, BAD_ADDRESS, 12",
    "ip4:1.2.3.4/33, BAD_PREFIX, 20",
    "ip4:1.2.3.4/032, BAD_PREFIX, 20",
    "ip4:1.2.3.4/, BAD_PREFIX, 20",
    "ip4:1.2.3.4//32, BAD_PREFIX, 20",
    "ip6:::/129, BAD_PREFIX, 15",
    "a/24/64, BAD_PREFIX, 10",
    "a//129, BAD_PREFIX, 11",
    "a:1.2.3.4, ADDRESS_AS_NAME, 10",
    "a:abc.123, BAD_TOP_LABEL, 14",
    "a:museum, BAD_TOP_LABEL, 10",
    "a:museum., BAD_TOP_LABEL, 10",
    "a:example.-com, BAD_TOP_LABEL, 18",
    "a:example.com.., BAD_TOP_LABEL, 22",
    "a:., BAD_TOP_LABEL, 10",
    "exists:foo%, BAD_PERCENT, 18",
    "exists:%(i).example.org, BAD_PERCENT, 15",
    "exists:%{i, MACRO_OPEN, 15",
    "exists:%{, MACRO_OPEN, 15",
    "exists:%{x}.example.org, BAD_MACRO_LETTER, 17",
    "exists:%{r}.example.org, EXPLANATION_LETTER, 17",
    "exists:%{d0}.example.org, MACRO_ZERO, 18",
    "exists:%{dr4}.example.org, BAD_MACRO, 19",
    "x=%a, BAD_PERCENT, 10"
  })
  void brokenTermSaysWhatIsWrongAndWhere(String term, SpfReason reason, int column) {
    assertThat(only(term))
        .isInstanceOfSatisfying(
            Term.Broken.class,
            broken -> {
              assertThat(broken.flaw().reason()).isEqualTo(reason);
              assertThat(broken.flaw().offset() + 1).isEqualTo(column);
            });
  }

  @Test
  void characterOutsideAsciiIsNamed() {
    assertThat(RecordParser.parse("v=spf1 a:\u00EF\u00BB.example.net").flaws())
        .extracting(Flaw::reason, Flaw::offset, Flaw::detail)
        .containsExactly(tuple(SpfReason.BAD_CHARACTER, 9, "U+00EF"));
  }

  @Test
  void modifierThatStandsTwiceIsAFlawAtTheSecond() {
    var record = RecordParser.parse("v=spf1 redirect=a.example x=1 x=2 REDIRECT=b.example");

    assertThat(record.flaws())
        .extracting(Flaw::reason, Flaw::offset)
        .containsExactly(tuple(SpfReason.REPEATED_MODIFIER, 34));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v=spf1", "V=SPF1 ", "v=spf1 -all"})
  void versionEndsAtABlankOrTheEnd(String text) {
    assertThat(SpfRecord.isRecord(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v=spf", "v=spf10", "v=spf1\t-all", " v=spf1", "v=spf1-all"})
  void anythingElseIsNoRecord(String text) {
    assertThat(SpfRecord.isRecord(text)).isFalse();
  }

  @Test
  void recordLongerThanATxtRecordIsAFlaw() {
    var record = RecordParser.parse("v=spf1 x=" + "a".repeat(RecordParser.MAX_LENGTH));

    assertThat(record.flaws()).extracting(Flaw::reason).containsExactly(SpfReason.TOO_LONG);
  }

  @Test
  void termsBeyondTheLimitAreAFlawAndAreNotRead() {
    var record = RecordParser.parse("v=spf1" + " all".repeat(RecordParser.MAX_TERMS + 1));

    assertThat(record.terms()).hasSize(RecordParser.MAX_TERMS);
    assertThat(record.flaws()).extracting(Flaw::reason).containsExactly(SpfReason.TOO_MANY_TERMS);
  }

  @Property
  void neverThrowsAndAccountsForEveryCharacter(@ForAll("wild") String text) {
    var record = RecordParser.parse("v=spf1 " + text);

    assertThat(record.terms())
        .allSatisfy(term ->
            assertThat(("v=spf1 " + text).substring(term.offset())).startsWith(term.text()));
    assertThat(record.terms().stream().mapToInt(term -> term.text().length()).sum())
        .isEqualTo((int) text.chars().filter(c -> c != ' ').count());
  }

  @Property
  void printedRecordReadsAsTheSame(@ForAll("wild") String text) {
    var printed = RecordParser.parse("v=spf1 " + text).text();

    var again = RecordParser.parse(printed);

    assertThat(again.text()).isEqualTo(printed);
  }

  @Property
  void wellFormedRecordIsPrintedAsWritten(@ForAll("records") String text) {
    var record = RecordParser.parse(text);

    assertThat(record.flaws()).isEmpty();
    assertThat(record.text()).isEqualTo(text);
    assertThat(RecordParser.parse(record.text())).isEqualTo(record);
  }

  @Provide
  Arbitrary<String> wild() {
    var anything = Arbitraries.strings().withCharRange('\0', '\u00FF').ofMaxLength(40);
    var grammar =
        Arbitraries.of(
                "+",
                "-",
                "a",
                "mx",
                "ptr",
                "ip4:",
                "ip6:",
                "include:",
                "exists:",
                "all",
                "exp=",
                "redirect=",
                "x=",
                "/24",
                "//64",
                ":",
                "%{",
                "i",
                "r",
                "d2",
                "-",
                "}",
                "%",
                "%%",
                "%_",
                ".",
                "example",
                ".com",
                "1.2.3.4",
                "::1",
                " ",
                "\u0000",
                "\u0080")
            .list()
            .ofMaxSize(14)
            .map(pieces -> String.join("", pieces));
    return Arbitraries.oneOf(anything, grammar);
  }

  @Provide
  Arbitrary<String> records() {
    var label = Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(5);
    var macro =
        Arbitraries.of("%{i}", "%{ir}", "%{D2}", "%{l1r-+}", "%%", "%_", "%-", "%{p}", "%{h127r=}");
    var domain =
        Combinators.combine(Arbitraries.oneOf(label, macro), label).as((a, b) -> a + "." + b);
    var prefixes =
        Combinators.combine(
                Arbitraries.integers().between(0, 32), Arbitraries.integers().between(0, 128))
            .as((four, six) -> "/" + four + "//" + six);
    var mechanism =
        Arbitraries.oneOf(
            Arbitraries.of("all", "a", "mx", "ptr", "ip4:192.0.2.1", "ip6:2001:db8::/32"),
            Combinators.combine(Arbitraries.of("a:", "mx:"), domain, prefixes)
                .as((name, target, cidr) -> name + target + cidr),
            Combinators.combine(Arbitraries.of("ptr:", "include:", "exists:"), domain)
                .as((name, target) -> name + target));
    var directive =
        Combinators.combine(Arbitraries.of("", "-", "~", "?"), mechanism).as((q, m) -> q + m);
    var unknown = Combinators.combine(label, macro).as((name, value) -> "x-" + name + "=" + value);
    return Arbitraries.oneOf(directive, unknown)
        .list()
        .ofMaxSize(8)
        .map(terms -> "v=spf1" + String.join("", terms.stream().map(t -> " " + t).toList()));
  }

  @Test
  void unknownModifiersMayHoldAnyMacroAndStandOften() {
    assertThat(RecordParser.parse("v=spf1 m=%{c}%{t} m= op.x-y_z=a:b/c -all").flaws())
        .isEqualTo(List.of());
  }
}
