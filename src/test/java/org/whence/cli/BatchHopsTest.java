package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What other programs get for the way of a message.
final class BatchHopsTest {
  private static final String MESSAGE =
      "Received: from in.example (in.example [192.0.2.1]) (using TLSv1.3 with cipher X)\\r\\n"
          + " by mx.example.org (Postfix) with ESMTPS id 2; Mon, 23 Nov 2026 10:00:00 +0000\\r\\n"
          + "Received: from pc ([10.0.0.9]:4711) (Authenticated sender: joe) by in.example"
          + " with ESMTPSA id 1 for <a@b.example>; Mon, 23 Nov 2026 10:00:47 +0000\\r\\n\\r\\nx";

  @Test
  void hopTellsWhatItsFieldAndItsNeighboursShow() {
    var answer = answer("{\"check\":\"hops\",\"message\":\"" + MESSAGE + "\"}");
    var hops = objects(answer.get("hops"));

    assertThat(answer).containsEntry("result", "parsed");
    assertThat(hops.getFirst())
        .containsEntry("number", BigInteger.TWO)
        .containsEntry("fromIp", "192.0.2.1")
        .containsEntry("delayMs", BigInteger.valueOf(-47_000))
        .containsEntry("clockMs", BigInteger.ZERO)
        .containsEntry("continuity", "same")
        .containsEntry("protection", "tls")
        .containsEntry("withMeans", List.of("tls"));
    assertThat(hops.getLast())
        .containsEntry("fromPort", BigInteger.valueOf(4711))
        .containsEntry("auth", "joe")
        .containsEntry("withMeans", List.of("tls", "auth"))
        .containsEntry("clockMs", BigInteger.valueOf(47_000))
        .containsEntry("continuity", "begin");
    assertThat(objects(hops.getLast().get("findings")))
        .extracting(finding -> finding.get("reason"))
        .containsExactly("first", "clock-ahead", "tls", "authenticated");
    var way = object(answer.get("way"));
    assertThat(way).containsEntry("tookMs", BigInteger.ZERO);
    assertThat(objects(way.get("clocks")))
        .extracting(clock -> clock.get("host"), clock -> clock.get("aheadMs"))
        .containsExactly(
            tuple("mx.example.org", BigInteger.ZERO),
            tuple("in.example", BigInteger.valueOf(47_000)));
    assertThat(objects(way.get("findings")))
        .extracting(finding -> finding.get("reason"))
        .containsExactly("way", "took");
  }

  @Test
  void borderFollowsWhomTheRequestBelieves() {
    var request = "{\"check\":\"hops\",\"message\":\"" + MESSAGE + "\",";

    assertThat(border(request + "\"trusted\":[\"in.example\"]}")).containsEntry("ip", "10.0.0.9");
    assertThat(border(request + "\"trusted\":[\"198.51.100.0/24\"]}"))
        .containsEntry("ip", "192.0.2.1");
    assertThat(border(request + "\"border\":\"authenticated\"}"))
        .containsEntry("index", BigInteger.ONE);
    assertThat(border(request + "\"border\":\"count:2\"}")).containsEntry("index", BigInteger.ONE);
    assertThat(border(request + "\"border\":\"local\"}")).containsEntry("index", BigInteger.ZERO);
  }

  @Test
  void mappedAddressIsToldAsWrittenAndJudgedAsIpv4() {
    var field = "from a.example (b.example [::FFFF:192.0.2.1]) by c.example with ESMTP; x";
    var told = answer("{\"check\":\"received\",\"header\":\"" + field + "\"}");
    var hops = "{\"check\":\"hops\",\"message\":\"Received: " + field + "\\n\\n\"}";

    assertThat(told).containsEntry("fromIp", "::ffff:192.0.2.1");
    assertThat(border(hops)).containsEntry("ip", "192.0.2.1");
  }

  @Test
  void messageWithoutReceivedHasNoHops() {
    var answer = answer("{\"check\":\"hops\",\"message\":\"Subject: x\\n\\n\"}");

    assertThat(answer)
        .containsEntry("result", "none")
        .containsEntry("hops", List.of())
        .doesNotContainKey("border");
    assertThat(object(answer.get("way"))).doesNotContainKey("tookMs");
  }

  private static Map<String, Object> border(String request) {
    return object(answer(request).get("border"));
  }

  private static List<Map<String, Object>> objects(@Nullable Object list) {
    return ((List<?>) Objects.requireNonNull(list))
        .stream()
            .map(each -> {
              Map<String, Object> object = new LinkedHashMap<>();
              ((Map<?, ?>) each).forEach((name, value) -> object.put(String.valueOf(name), value));
              return object;
            })
            .toList();
  }

  private static Map<String, Object> object(@Nullable Object object) {
    return objects(List.of(Objects.requireNonNull(object))).getFirst();
  }

  private static Map<String, Object> answer(String request) {
    var run = Shell.runWith(request + "\n", "batch", "--offline");
    return new LinkedHashMap<>(BatchTest.object(run.out().strip()));
  }
}
