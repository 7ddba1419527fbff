package org.whence.casefile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What was concluded, and what was asked again afterwards, as JSON.
final class VerdictsPart {
  private VerdictsPart() {}

  /// What is in it.
  record Verdicts(List<Judged> judged, Map<String, Integer> again) {
    static final Verdicts NONE = new Verdicts(List.of(), Map.of());
  }

  static byte[] write(Evidence evidence) {
    return JsonOctets.of(json -> {
      json.writeArrayPropertyStart("verdicts");
      for (var judged : evidence.judged()) {
        json.writeStartObject();
        json.writeStringProperty("path", judged.path());
        json.writeStringProperty("topic", judged.topic());
        json.writeStringProperty("verdict", judged.verdict());
        json.writeStringProperty("reason", judged.reason());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayPropertyStart("again");
      for (var asked : new TreeMap<>(evidence.again()).entrySet()) {
        json.writeStartObject();
        json.writeStringProperty("path", asked.getKey());
        json.writeNumberProperty("count", asked.getValue());
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  static Verdicts read(byte[] octets) throws IOException {
    var members = Members.read(octets);
    var judged = new ArrayList<Judged>();
    for (var each : members.objects("verdicts")) {
      judged.add(
          new Judged(
              each.text("path").orElse(""),
              each.text("topic").orElse(""),
              each.text("verdict").orElse(""),
              each.text("reason").orElse("")));
    }
    var again = new LinkedHashMap<String, Integer>();
    for (var each : members.objects("again")) {
      again.put(
          each.text("path").orElse(""),
          (int) Math.min(MOST_AGAIN, each.number("count").orElse(1L)));
    }
    return new Verdicts(judged, again);
  }

  /// Nobody asks one question again more often.
  private static final long MOST_AGAIN = 1000;
}
