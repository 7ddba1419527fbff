package org.whence.header;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.whence.chain.Branch;
import org.whence.chain.Finding;
import org.whence.chain.Reason;
import org.whence.chain.Step;
import org.whence.chain.Value;
import org.whence.mail.Message;

/// A header that is looked at, arrived on 2026-11-23 at 15:40 UTC.
final class HeaderCase {
  private static final Instant ARRIVED = Instant.parse("2026-11-23T15:40:00Z");

  private HeaderCase() {}

  static Step of(String header) {
    return of(header.getBytes(UTF_8), false);
  }

  static Step of(byte[] header, boolean international) {
    return check(
        new HeaderRequest(
            Message.read(header),
            Optional.of(ARRIVED),
            ARRIVED,
            Optional.empty(),
            international,
            HeaderCase::related));
  }

  static Step of(String header, String mailFrom) {
    return check(
        new HeaderRequest(
            Message.read(header.getBytes(UTF_8)),
            Optional.of(ARRIVED),
            ARRIVED,
            Optional.of(mailFrom),
            false,
            HeaderCase::related));
  }

  static Step unknown(String header) {
    return check(
        new HeaderRequest(
            Message.read(header.getBytes(UTF_8)),
            Optional.empty(),
            ARRIVED,
            Optional.empty(),
            false,
            HeaderCase::related));
  }

  private static Step check(HeaderRequest request) {
    var root =
        Branch.root(
            question -> {
              throw new AssertionError("asked " + question);
            },
            HeaderTopic.HEADER);
    return HeaderVerifier.check(request, root);
  }

  private static boolean related(String one, String other) {
    return one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one);
  }

  static List<Reason> reasons(Step step) {
    return step.findings().stream().map(Finding::reason).toList();
  }

  static List<Finding> findings(Step step, Reason reason) {
    return step.findings().stream().filter(finding -> finding.reason().equals(reason)).toList();
  }

  /// The values without the place.
  static String text(Finding finding) {
    return finding.values().stream()
        .filter(value -> !(value instanceof Value.Place))
        .map(HeaderCase::text)
        .collect(Collectors.joining(" "));
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Address(var address) -> address.getHostAddress();
      case Value.Domain(var name) -> name;
      case Value.Text(var text) -> text;
      case Value.Count(var number) -> Long.toString(number);
      case Value.Place place -> place.toString();
    };
  }
}
