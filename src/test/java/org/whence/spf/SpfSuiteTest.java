package org.whence.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.whence.SuiteZone;
import org.whence.Suites;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.ip.AddressLiteral;

/// The openspf project's suites, by which every SPF implementation is measured.
final class SpfSuiteTest {
  private static final String DEFAULT = "DEFAULT";

  @TestFactory
  Stream<DynamicTest> rfc7208() {
    return suite("spf/rfc7208.json", SpfOptions.defaults(), true);
  }

  @TestFactory
  Stream<DynamicTest> rfc4408() {
    return suite("spf/rfc4408.json", SpfOptions.defaults(), false);
  }

  /// Going on after the decision changes no result.
  @TestFactory
  Stream<DynamicTest> rfc7208Beyond() {
    return suite("spf/rfc7208.json", SpfOptions.defaults().withBeyond(true).withType99(true), true);
  }

  /// @param preferred whether of several right results only the first will do
  private static Stream<DynamicTest> suite(String file, SpfOptions options, boolean preferred) {
    var all = Suites.read(file);
    return Suites.cases(file).stream()
        .map(each ->
            DynamicTest.dynamicTest(
                each.id(),
                () -> {
                  var zone = SuiteZone.of(all, each.text("zone").orElseThrow());
                  hold(each, zone, options, preferred);
                }));
  }

  private static void hold(Suites.Case each, SuiteZone zone, SpfOptions options, boolean preferred)
      throws InterruptedException {
    var request =
        new SpfRequest(
            AddressLiteral.find(each.text("ip").orElseThrow()).orElseThrow().address(),
            each.text("helo").orElseThrow(),
            each.text("mailFrom").orElseThrow(),
            Optional.empty());
    var root = Branch.root(zone, ChainTopic.QUESTION);
    var verifier = new SpfVerifier(InstantSource.fixed(TestZone.NOW), options);

    var result = verifier.check(request, root);

    var expected = each.in("expected");
    var words = Suites.asList(expected.fields().getOrDefault("result", List.of()));
    assertThat(preferred ? words.subList(0, 1) : words).contains(result.verdict().word());
    expected
        .text("explanation")
        .ifPresent(text ->
            assertThat(result.explanation())
                .isEqualTo(text.equals(DEFAULT) ? Optional.empty() : Optional.of(text)));
    assertThat(result.step().all()).noneMatch(step -> step.stopped());
  }
}
