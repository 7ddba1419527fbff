package org.whence.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.whence.SuiteZone;
import org.whence.Suites;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.chain.Value;
import org.whence.mail.Message;

/// The signed messages of other projects: DKIM's own suite, and real mail with its frozen DNS.
final class DkimSuiteTest {
  @TestFactory
  Stream<DynamicTest> signatures() {
    return suite("dkim/cases.json");
  }

  @TestFactory
  Stream<DynamicTest> mailWithAuthenticationResults() {
    return suite("authres/cases.json");
  }

  @TestFactory
  Stream<DynamicTest> realMail() {
    return suite("mail/blaze.json");
  }

  private static Stream<DynamicTest> suite(String file) {
    var all = Suites.read(file);
    return Suites.cases(file).stream()
        .filter(each -> expected(each).has("signatures"))
        .map(each -> DynamicTest.dynamicTest(each.id(), () -> hold(file, all, each)));
  }

  /// What is expected of DKIM stands alone, or beside what is expected of other checks.
  private static Suites.Case expected(Suites.Case each) {
    var expected = each.in("expected");
    return expected.has("dkim") ? expected.in("dkim") : expected;
  }

  private static void hold(String file, Map<String, Object> all, Suites.Case each)
      throws IOException, InterruptedException {
    var folder = file.substring(0, file.indexOf('/') + 1);
    var message =
        Message.read(Files.readAllBytes(Suites.file(folder + each.text("file").orElseThrow())));
    var zone = SuiteZone.of(all, each.text("zone").orElseThrow());
    var clock = InstantSource.fixed(Instant.parse(each.text("at").orElseThrow()));

    var result =
        new DkimVerifier(clock, DkimOptions.defaults())
            .check(message, Branch.root(zone, ChainTopic.QUESTION));

    var expected = expected(each);
    var signatures = expected.list("signatures");
    assertThat(result.signatures()).hasSameSizeAs(signatures);
    for (var i = 0; i < signatures.size(); i++) {
      hold(result.signatures().get(i), new Suites.Case(Suites.asMap(signatures.get(i))));
    }
    if (expected.has("result")) {
      oneOf(expected, "result", result.verdict().word());
    }
    if (expected.has("warning")) {
      assertThat(warnings(result)).containsAll(warned(expected));
      assertThat(expected.list("warning").isEmpty())
          .isEqualTo(result.signatures().stream().allMatch(s -> s.warnings().isEmpty()));
    }
    assertThat(result.step().all()).noneMatch(step -> step.stopped());
  }

  private static void hold(SignatureResult result, Suites.Case expected) {
    // Of several right words the first is to be preferred, and it is what we say.
    assertThat(result.verdict().word()).isEqualTo(expected.list("result").getFirst());
    oneOf(expected, "bodyHash", result.judged().bodyHash().word());
    oneOf(expected, "headerHash", result.judged().headerHash().word());
    var signature = result.signature();
    same(expected, "domain", signature.domain().orElse(""));
    same(expected, "selector", signature.selector().orElse(""));
    same(expected, "identity", signature.identity().orElse(""));
    same(expected, "algorithm", signature.algorithm().orElseThrow().word());
    same(expected, "canonicalization", signature.canonicalization().orElseThrow().word());
    if (expected.has("keyBits")) {
      assertThat(result.judged().key().orElseThrow().bits())
          .isEqualTo(expected.number("keyBits").orElseThrow());
    }
  }

  private static void oneOf(Suites.Case expected, String name, String word) {
    if (expected.has(name)) {
      assertThat(expected.list(name)).contains(word);
    }
  }

  private static void same(Suites.Case expected, String name, String value) {
    expected.text(name).ifPresent(text -> assertThat(value).isEqualTo(text));
  }

  /// `KIND`, or `KIND FIELD` where the warning is about a field.
  private static List<String> warned(Suites.Case expected) {
    var words = new ArrayList<String>();
    for (var entry : expected.list("warning")) {
      var warning = new Suites.Case(Suites.asMap(entry));
      var kind = warning.text("kind").orElseThrow();
      var fields = Suites.asList(warning.fields().getOrDefault("fields", List.of("")));
      fields.forEach(field -> words.add((kind + " " + field).strip().toLowerCase(Locale.ROOT)));
    }
    return words;
  }

  private static List<String> warnings(DkimResult result) {
    return result
        .step()
        .all()
        .flatMap(step -> step.findings().stream())
        .map(finding ->
            finding.reason().word()
                + (finding.values().size() == 1
                        && finding.values().getFirst() instanceof Value.Text(var text)
                        && ((DkimReason) finding.reason()).isWarning()
                        && finding.reason() != DkimReason.SIGNED_IN_THE_FUTURE
                    ? " " + text
                    : ""))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }
}
