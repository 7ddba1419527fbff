package org.whence.hop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.whence.chain.Finding;
import org.whence.chain.Value;
import org.whence.mail.HopChain;
import org.whence.mail.Message;

/// Ways out of the values of Received fields.
final class Ways {
  static final Instant NOW = Instant.parse("2026-11-23T15:40:00Z");

  private Ways() {}

  static Way way(String values) {
    return way(values, Optional.empty());
  }

  static Way way(String values, Optional<Integer> border) {
    var header = new StringBuilder();
    values.lines().forEach(line -> header.append("Received: ").append(line).append('\n'));
    return read(Message.read(header.append('\n').toString().getBytes(UTF_8)), border);
  }

  static Way read(Message message, Optional<Integer> border) {
    return WayReader.read(
        new WayRequest(message, HopChain.of(message), NOW, border, Ways::related));
  }

  private static boolean related(String one, String other) {
    return last(one).equals(last(other));
  }

  private static String last(String domain) {
    var labels = List.of(domain.split("\\.", -1));
    return String.join(".", labels.subList(Math.max(0, labels.size() - 2), labels.size()));
  }

  static List<HopReason> reasons(HopNotes hop) {
    return hop.findings().stream().map(finding -> (HopReason) finding.reason()).toList();
  }

  static List<String> told(HopNotes hop, HopReason reason) {
    return told(hop.findings(), reason);
  }

  /// The values of the only finding of this kind.
  static List<String> told(List<Finding> findings, HopReason reason) {
    var found = findings.stream().filter(finding -> finding.reason() == reason).toList();
    assertThat(found).as("%s in %s", reason, findings).hasSize(1);
    return found.getFirst().values().stream().map(Ways::text).toList();
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Address(var address) -> address.toString();
      case Value.Domain(var name) -> name;
      case Value.Text(var text) -> text;
      case Value.Count(var number) -> Long.toString(number);
      case Value.Place(var line, _, _) -> "line " + line;
    };
  }
}
