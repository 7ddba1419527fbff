package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.whence.report.Json;

/// What other programs get for a header field: the members of the contract and no others.
final class BatchFieldsTest {
  @Test
  void authenticationResultsHaveTheMembersThatProgramsRelyOn() {
    var answer =
        answer("mx.example 1; dkim/1=pass reason=\"ok\" (a) header.d=a.example; iprev=fail");

    assertThat(answer)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "id",
                BigInteger.ONE,
                "check",
                "authentication-results",
                "result",
                "strict",
                "authservId",
                "mx.example",
                "version",
                BigInteger.ONE,
                "results",
                List.of(
                    Map.of(
                        "method",
                        "dkim",
                        "methodVersion",
                        BigInteger.ONE,
                        "result",
                        "pass",
                        "reason",
                        "ok",
                        "comments",
                        List.of("a"),
                        "properties",
                        List.of(
                            Map.of(
                                "ptype", "header",
                                "property", "d",
                                "value", "a.example"))),
                    Map.of(
                        "method",
                        "iprev",
                        "result",
                        "fail",
                        "comments",
                        List.of(),
                        "properties",
                        List.of()))));
  }

  @Test
  void whatIsAbsentIsLeftOut() {
    var microsoft = answer("dmarc=pass action=none");
    var nothing = answer("these are words");

    assertThat(microsoft).containsEntry("result", "lenient").doesNotContainKey("authservId");
    assertThat(microsoft.get("results"))
        .isEqualTo(
            List.of(
                Map.of(
                    "method",
                    "dmarc",
                    "result",
                    "pass",
                    "comments",
                    List.of(),
                    "properties",
                    List.of(Map.of("property", "action", "value", "none")))));
    assertThat(nothing).containsEntry("result", "unparsed").containsEntry("results", List.of());
  }

  private static Map<String, Object> answer(String header) {
    var request = new ByteArrayOutputStream();
    try (var json = Json.to(request)) {
      json.writeStartObject();
      json.writeNumberProperty("id", 1);
      json.writeStringProperty("check", "authentication-results");
      json.writeStringProperty("header", header);
      json.writeEndObject();
    }
    var run = Shell.runWith(request.toString(StandardCharsets.UTF_8) + "\n", "batch", "--offline");
    return new LinkedHashMap<>(BatchTest.object(run.out().strip()));
  }
}
