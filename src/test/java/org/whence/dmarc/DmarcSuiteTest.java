package org.whence.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.whence.SuiteZone;
import org.whence.Suites;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.chain.Verdict;

/// mailauth's cases for RFC 9989.
final class DmarcSuiteTest {
  private static final String SUITE = "dmarc/rfc9989.json";

  @TestFactory
  Stream<DynamicTest> rfc9989() {
    var all = Suites.read(SUITE);
    return Suites.cases(SUITE).stream()
        .map(each ->
            DynamicTest.dynamicTest(
                each.id(), () -> hold(each, SuiteZone.of(all, each.text("zone").orElseThrow()))));
  }

  private static void hold(Suites.Case each, SuiteZone zone) throws InterruptedException {
    var request =
        new DmarcRequest(
            texts(each.fields().getOrDefault("from", List.of())),
            Optional.of(identifier(each.in("spf"))),
            Suites.asList(each.fields().getOrDefault("dkim", List.of())).stream()
                .map(object -> identifier(new Suites.Case(Suites.asMap(object))))
                .toList());
    var root = Branch.root(zone, ChainTopic.QUESTION);

    var result = new DmarcVerifier(DmarcSpec.RFC9989, SuffixLists.bundled()).check(request, root);

    var expected = each.in("expected");
    // Of several right results only the first will do.
    assertThat(result.verdict().word())
        .isEqualTo(texts(expected.fields().getOrDefault("result", List.of())).getFirst());
    var author = result.decisive().orElseThrow();
    expected("policy", expected, result.policy().map(policy -> policy.published().word()));
    expected("effectivePolicy", expected, result.policy().map(p -> p.effective().word()));
    expected("source", expected, result.policy().map(policy -> policy.source().word()));
    expected("recordDomain", expected, author.recordDomain());
    expected("organizationalDomain", expected, author.organization());
    aligned("spf", expected.in("aligned"), author.spf());
    aligned("dkim", expected.in("aligned"), author.dkim());
    expected
        .in("record")
        .fields()
        .forEach((tag, value) ->
            assertThat(author.record().orElseThrow().value(tag)).contains((String) value));
    if (expected.has("queries")) {
      assertThat(asked(result)).isEqualTo(expected.fields().get("queries"));
    }
    assertThat(result.step().all()).noneMatch(step -> step.stopped());
  }

  private static List<String> asked(DmarcResult result) {
    return result.step().allExchanges().stream()
        .map(exchange -> exchange.question().nameText())
        .filter(name -> name.startsWith("_dmarc."))
        .toList();
  }

  private static void expected(String name, Suites.Case expected, Optional<String> found) {
    expected.text(name).ifPresent(value -> assertThat(found).as(name).contains(value));
  }

  private static void aligned(String name, Suites.Case expected, Optional<Alignment> found) {
    if (expected.has(name)) {
      assertThat(found.orElseThrow().holds()).as(name).isEqualTo(expected.fields().get(name));
    }
  }

  private static Identifier identifier(Suites.Case fields) {
    return new Identifier(
        Verdict.valueOf(fields.text("result").orElseThrow().toUpperCase(Locale.ROOT)),
        fields.text("domain").orElseThrow());
  }

  private static List<String> texts(Object list) {
    return Suites.asList(list).stream().map(String.class::cast).toList();
  }
}
