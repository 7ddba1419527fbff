package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.whence.SuiteServer;
import org.whence.SuiteZone;
import org.whence.Suites;
import org.whence.report.Json;

/// The openspf suite as another program would run it: through `whence batch`, answered over UDP by
/// a server on loopback for each of its scenarios. Eight names do not answer and cost their
/// timeout.
final class SpfBatchTest {
  private static final String SUITE = "spf/rfc7208.json";
  private static final String DEFAULT = "DEFAULT";

  /// How long is waited where somebody is silent, and where nobody is: a busy machine may take
  /// long.
  private static final String SHORT = "2s";

  private static final String LONG = "30s";

  @TestFactory
  Stream<DynamicTest> rfc7208OverUdp() throws IOException {
    var cases = Suites.cases(SUITE);
    var answers = answers(cases);
    assertThat(answers).hasSameSizeAs(cases);
    return IntStream.range(0, cases.size())
        .mapToObj(i ->
            DynamicTest.dynamicTest(cases.get(i).id(), () -> holds(cases.get(i), answers.get(i))));
  }

  private static List<Map<String, @Nullable Object>> answers(List<Suites.Case> cases)
      throws IOException {
    var all = Suites.read(SUITE);
    var servers = new HashMap<String, SuiteServer>();
    try {
      var requests = new StringBuilder();
      for (var each : cases) {
        var zone = each.text("zone").orElseThrow();
        if (!servers.containsKey(zone)) {
          servers.put(zone, new SuiteServer(SuiteZone.of(all, zone)));
        }
        var timeout = silent(all, zone) ? SHORT : LONG;
        requests.append(request(each, servers.get(zone).uri(), timeout)).append('\n');
      }
      var run = Shell.runWith(requests.toString(), "batch", "--tries", "1");
      assertThat(run.err()).isEmpty();
      return run.out().lines().map(BatchTest::object).toList();
    } finally {
      servers.values().forEach(SuiteServer::close);
    }
  }

  private static boolean silent(Map<String, Object> all, String zone) {
    return String.valueOf(Suites.asMap(all.getOrDefault("zones", Map.of())).get(zone))
        .contains("TIMEOUT");
  }

  private static String request(Suites.Case each, String resolver, String timeout) {
    var line = new ByteArrayOutputStream();
    try (var json = Json.to(line)) {
      json.writeStartObject();
      json.writeStringProperty("id", each.id());
      json.writeStringProperty("check", "spf");
      json.writeStringProperty("resolver", resolver);
      json.writeStringProperty("timeout", timeout);
      for (var field : List.of("ip", "helo", "mailFrom")) {
        json.writeStringProperty(field, each.text(field).orElseThrow());
      }
      json.writeEndObject();
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private static void holds(Suites.Case each, Map<String, @Nullable Object> answer) {
    var expected = each.in("expected");
    var words = Suites.asList(expected.fields().getOrDefault("result", List.of()));
    assertThat(answer.get("id")).isEqualTo(each.id());
    assertThat(answer.get("result")).as("%s", answer).isEqualTo(words.getFirst());
    assertThat(answer.keySet())
        .contains("reason", "identity", "domain", "lookups", "voidLookups", "queries");
    var explanation = expected.text("explanation").filter(text -> !text.equals(DEFAULT));
    if (expected.has("explanation") || !"fail".equals(answer.get("result"))) {
      assertThat(answer.get("explanation")).isEqualTo(explanation.orElse(null));
    }
  }
}
