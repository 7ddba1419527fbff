package org.whence.arc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.whence.SuiteZone;
import org.whence.Suites;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.mail.Message;

/// ValiMail's suite for the validation of chains, and real mail with its frozen DNS.
final class ArcSuiteTest {
  @TestFactory
  Stream<DynamicTest> validation() {
    var file = "arc/validation.json";
    var all = Suites.read(file);
    return Suites.cases(file).stream()
        .map(each ->
            DynamicTest.dynamicTest(
                each.id(),
                () -> {
                  var octets = each.text("message").orElseThrow().getBytes(StandardCharsets.UTF_8);
                  hold(each, each.in("expected"), all, octets);
                }));
  }

  @TestFactory
  Stream<DynamicTest> realMail() {
    var file = "mail/blaze.json";
    var all = Suites.read(file);
    return Suites.cases(file).stream()
        .filter(each -> each.in("expected").has("arc"))
        .map(each ->
            DynamicTest.dynamicTest(
                each.id(),
                () -> {
                  var path = Suites.file("mail/" + each.text("file").orElseThrow());
                  hold(each, each.in("expected").in("arc"), all, Files.readAllBytes(path));
                }));
  }

  private static void hold(
      Suites.Case each, Suites.Case expected, Map<String, Object> all, byte[] octets)
      throws IOException, InterruptedException {
    var zone = SuiteZone.of(all, each.text("zone").orElseThrow());
    var now = each.text("at").map(Instant::parse).orElse(TestZone.NOW);

    var result =
        new ArcVerifier(InstantSource.fixed(now), ArcOptions.defaults())
            .check(Message.read(octets), Branch.root(zone, ChainTopic.QUESTION));

    assertThat(result.verdict().word()).isEqualTo(expected.list("result").getFirst());
    if (expected.has("instances")) {
      var instances = expected.list("instances");
      assertThat(result.instances()).hasSameSizeAs(instances);
      for (var i = 0; i < instances.size(); i++) {
        var instance = new Suites.Case(Suites.asMap(instances.get(i)));
        assertThat(result.instances().get(i).i()).isEqualTo(instance.number("i").orElseThrow());
        assertThat(result.instances().get(i).domain()).isEqualTo(instance.text("domain"));
      }
    }
    assertThat(result.step().all()).noneMatch(step -> step.stopped());
  }
}
