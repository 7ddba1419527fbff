package org.whence.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.ip.AddressLiteral;
import org.whence.mail.Message;
import org.whence.spf.SpfOptions;
import org.whence.spf.SpfRequest;
import org.whence.spf.SpfVerifier;

/// What Received-SPF fields claim, beside what was found.
final class SpfClaimsTest {
  private static final String ZONE =
      """
      example.org TXT "v=spf1 ip4:192.0.2.10 ~all"
      mx.example.net TXT "v=spf1 -all"
      """;

  /// The findings, each as its reason and its values.
  private static List<String> told(String fields) throws InterruptedException {
    var root = Branch.root(TestZone.of(ZONE), InvestigationTopic.MESSAGE);
    var client = AddressLiteral.find("192.0.2.11").orElseThrow().address();
    var request = new SpfRequest(client, "mx.example.net", "ann@example.org", Optional.empty());
    var verifier = new SpfVerifier(InstantSource.fixed(TestZone.NOW), SpfOptions.defaults());
    var helo = verifier.checkHelo(request, root);
    var sender = verifier.check(request, root);
    SpfClaims.tell(
        Message.read((fields + "\n\n").getBytes(StandardCharsets.US_ASCII)),
        sender,
        Optional.of(helo),
        root);
    return root.close().findings().stream()
        .map(finding -> finding.reason().word() + " " + finding.values())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "softfail client-ip=192.0.2.11, same",
    "SoftFail, same",
    "pass (all is well) receiver=mx.example; client-ip=192.0.2.11, differs",
    "pass client-ip=::ffff:192.0.2.11, differs",
    "fail identity=helo; client-ip=192.0.2.11, same",
    "softfail client-ip=192.0.2.12, elsewhere",
    "softfail envelope-from=bob@other.example, elsewhere",
    "softfail envelope-from=\"<Bob@EXAMPLE.org>\", same",
    "softfail client-ip=nowhere, same"
  })
  void claimIsHeldBesideTheResultOfItsIdentity(String field, String kind)
      throws InterruptedException {
    assertThat(told("Received-SPF: " + field))
        .singleElement()
        .asString()
        .startsWith("spf-claim-" + kind);
  }

  @Test
  void eachFieldIsToldWithBothResultsAndItsPlace() throws InterruptedException {
    var told =
        told("Received-SPF: pass receiver=mx.example\nReceived-SPF:\nReceived-SPF: softfail");

    assertThat(told).hasSize(2);
    assertThat(told.getFirst()).contains("pass", "mx.example", "line=1", "softfail");
    assertThat(told.getLast()).startsWith("spf-claim-same").contains("line=3");
  }
}
