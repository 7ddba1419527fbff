package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.whence.Suites;
import org.whence.report.Json;

/// mox's cases for IPREV as another program would run them: through `whence batch`, answered from a
/// recording that was written by hand.
final class BatchSuiteTest {
  private static final String SUITE = "iprev/mox.json";

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> moxThroughBatch() throws IOException {
    var zone = new Suites.Case(Suites.read(SUITE)).in("zones").in("mox").fields();
    var cases = Suites.cases(SUITE);
    var recording = recording(zone, cases);
    var requests = new StringBuilder();
    for (var each : cases) {
      requests.append(
          "{\"id\":\"%s\",\"check\":\"iprev\",\"ip\":\"%s\"}%n"
              .formatted(each.id(), each.text("ip").orElseThrow()));
    }
    var run = Shell.runWith(requests.toString(), "batch", "--replay", recording.toString());
    var answers = run.out().lines().map(BatchTest::object).toList();
    assertThat(answers).hasSize(cases.size());
    return Stream.iterate(0, i -> i < cases.size(), i -> i + 1)
        .map(i ->
            DynamicTest.dynamicTest(
                cases.get(i).id(), () -> holds(cases.get(i).in("expected"), answers.get(i))));
  }

  private static void holds(Suites.Case expected, Map<String, ?> answer) {
    assertThat(Suites.asList(expected.fields().getOrDefault("result", List.of())))
        .contains(answer.get("result"));
    for (var member : List.of("reason", "ptr", "confirmed")) {
      if (expected.has(member)) {
        assertThat(answer.get(member)).as(member).isEqualTo(expected.fields().get(member));
      }
    }
  }

  /// A line for every question that the cases may ask.
  private Path recording(Map<String, Object> zone, List<Suites.Case> cases) throws IOException {
    var lines = new ArrayList<String>();
    zone.forEach((name, records) -> {
      for (var type : List.of("PTR", "A", "AAAA")) {
        lines.add(line(name, type, Suites.asList(records)));
      }
    });
    for (var name : absent(zone, cases)) {
      for (var type : List.of("PTR", "A", "AAAA")) {
        lines.add(
            "{\"name\":\"%s\",\"type\":\"%s\",\"outcome\":\"nxdomain\"}".formatted(name, type));
      }
    }
    return Files.write(folder.resolve("mox.dns.jsonl"), lines);
  }

  private static List<String> absent(Map<String, Object> zone, List<Suites.Case> cases) {
    return Stream.of(
            "absent.example",
            "2.0.0.10.in-addr.arpa",
            "2" + ".0".repeat(23) + ".8.b.d.0.1.0.0.2.ip6.arpa")
        .filter(name -> !zone.containsKey(name) && !cases.isEmpty())
        .toList();
  }

  private static String line(String name, String type, List<Object> records) {
    var found =
        records.stream()
            .map(Suites::asList)
            .filter(record -> record.getFirst().equals(type))
            .map(record -> "%s. 300 IN %s %s".formatted(name, type, rdata(type, record.getLast())))
            .toList();
    var failure =
        records.stream()
            .map(Suites::asList)
            .filter(record -> record.getFirst().equals("*"))
            .map(record -> record.getLast().toString().toLowerCase(Locale.ROOT))
            .findFirst();
    var out = new java.io.ByteArrayOutputStream();
    try (var json = Json.to(out)) {
      json.writeStartObject();
      json.writeStringProperty("name", name);
      json.writeStringProperty("type", type);
      json.writeStringProperty("outcome", found.isEmpty() ? failure.orElse("nodata") : "answer");
      if (!found.isEmpty()) {
        json.writeArrayPropertyStart("records");
        found.forEach(json::writeString);
        json.writeEndArray();
      }
      json.writeEndObject();
    }
    return out.toString(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static String rdata(String type, Object data) {
    return type.equals("PTR") ? data + "." : data.toString();
  }
}
