package org.whence.iprev;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.whence.SuiteZone;
import org.whence.Suites;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.ip.AddressLiteral;

/// The IPREV cases of mox, a node a case.
final class IprevSuiteTest {
  private static final String FILE = "iprev/mox.json";

  @TestFactory
  Stream<DynamicTest> mox() {
    var file = Suites.read(FILE);
    return Suites.cases(FILE).stream()
        .map(test ->
            DynamicTest.dynamicTest(
                test.id(),
                () -> {
                  var zone = SuiteZone.of(file, test.text("zone").orElseThrow());
                  var root = Branch.root(zone, ChainTopic.QUESTION);
                  var client = AddressLiteral.find(test.text("ip").orElseThrow()).orElseThrow();
                  judge(test.in("expected"), new IprevVerifier(true).check(client.address(), root));
                }));
  }

  private static void judge(Suites.Case expected, IprevResult result) {
    assertThat(Suites.asList(expected.fields().getOrDefault("result", List.of())))
        .contains(result.verdict().word());
    expected.text("reason").ifPresent(word -> assertThat(result.reason().word()).isEqualTo(word));
    if (expected.has("ptr")) {
      assertThat(result.names().stream().<Object>map(PtrName::name).toList())
          .isEqualTo(expected.fields().get("ptr"));
    }
    if (expected.has("confirmed")) {
      assertThat(List.<Object>copyOf(result.confirmed()))
          .isEqualTo(expected.fields().get("confirmed"));
    }
  }
}
