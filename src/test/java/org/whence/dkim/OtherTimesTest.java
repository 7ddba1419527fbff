package org.whence.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.chain.Verdict;
import org.whence.dns.History;
import org.whence.mail.Message;

/// Signatures judged as of then: with the keys that recordings have, by the times that are named.
final class OtherTimesTest {
  private static final Instant SIGNED = Instant.parse("2024-03-01T12:00:00Z");
  private static final String KEY_NAME = "key._domainkey.example.org";
  private static final String MESSAGE =
      "From: ann@example.org\r\nSubject: Lunch\r\n\r\nAt noon.\r\n";

  @TempDir Path folder;
  private final KeyPair old = Keys.rsa(1_024);
  private final KeyPair current = Keys.rsa(2_048);

  private static Signer signer() {
    return Signer.relaxed();
  }

  private String signed(String tags) {
    return signer()
        .with(old, SignatureAlgorithm.RSA_SHA256)
        .tagged("d=example.org; s=key; " + tags)
        .sign(MESSAGE);
  }

  /// A recording of what the key's name answered, each as `TIME KEY`, or `TIME -` for no key.
  private History history(String... heard) throws IOException {
    var lines = new StringBuilder();
    for (var each : heard) {
      var time = each.substring(0, each.indexOf(' '));
      var record = each.substring(time.length() + 1);
      var answer =
          record.equals("-")
              ? "\"outcome\":\"nxdomain\""
              : "\"outcome\":\"answer\",\"records\":[\"%s\"]"
                  .formatted(
                      Keys.zone(KEY_NAME + ". 60 IN", record)
                          .strip()
                          .replace("\\", "\\\\")
                          .replace("\"", "\\\""));
      lines
          .append("{\"name\":\"%s\",\"type\":\"TXT\",".formatted(KEY_NAME))
          .append(answer)
          .append(",\"asked\":\"%s\"}\n".formatted(time));
    }
    var file = Files.writeString(folder.resolve("old.dns.jsonl"), lines);
    return History.read(List.of(file), TestZone.NOW);
  }

  private SignatureResult check(String message, AsOf asOf) throws InterruptedException {
    var zone = TestZone.of(Keys.zone(KEY_NAME, Keys.record(current)));
    var options = DkimOptions.defaults().withAsOf(asOf);
    return new DkimVerifier(InstantSource.fixed(TestZone.NOW), options)
        .check(
            Message.read(message.getBytes(StandardCharsets.ISO_8859_1)),
            Branch.root(zone, ChainTopic.QUESTION))
        .signatures()
        .getFirst();
  }

  private static List<String> told(SignatureResult result, DkimReason reason) {
    return result.step().findings().stream()
        .filter(finding -> finding.reason() == reason)
        .map(finding -> finding.values().toString())
        .toList();
  }

  @Test
  void keyOfThenVerifiesWhatTheKeyOfNowDoesNot() throws Exception {
    var history =
        history(
            "2024-01-01T00:00:00Z " + Keys.record(old),
            "2024-02-01T00:00:00Z " + Keys.record(old),
            "2025-01-01T00:00:00Z " + Keys.record(current));

    var result = check(signed("q=dns/txt"), new AsOf(List.of(SIGNED, TestZone.NOW), history));

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.judged().otherTimes())
        .extracting(AtTime::verdict)
        .containsExactly(Verdict.PASS, Verdict.FAIL);
    assertThat(result.judged().otherTimes().getFirst().keySeen())
        .contains(Instant.parse("2024-01-01T00:00:00Z"));
    assertThat(told(result, DkimReason.KEY_SEEN)).hasSize(2);
    assertThat(told(result, DkimReason.KEY_SEEN).getFirst())
        .contains("2024-01-01T00:00:00Z", "2024-02-01T00:00:00Z", "old.dns.jsonl");
    assertThat(told(result, DkimReason.OTHER_THEN)).singleElement().asString().contains("pass");
  }

  @Test
  void firstKeyThatIsKnownStandsForTheTimeBeforeIt() throws Exception {
    var history = history("2024-06-01T00:00:00Z " + Keys.record(old));

    var times =
        check(signed("q=dns/txt"), new AsOf(List.of(SIGNED), history)).judged().otherTimes();

    assertThat(times).extracting(AtTime::verdict).containsExactly(Verdict.PASS);
  }

  @Test
  void keyThatWasNotThereThenIsTold() throws Exception {
    var history = history("2024-02-01T00:00:00Z -");

    var result = check(signed("q=dns/txt"), new AsOf(List.of(SIGNED), history));

    assertThat(result.judged().otherTimes().getFirst().reason()).isEqualTo(DkimReason.NO_KEY);
    assertThat(told(result, DkimReason.KEY_ABSENT_THEN)).hasSize(1);
  }

  @Test
  void timeOfTheSignatureStandsInWhereNoneIsKnown() throws Exception {
    var history = history("2024-02-01T00:00:00Z " + Keys.record(old));

    var times =
        check(signed("t=" + SIGNED.getEpochSecond()), new AsOf(List.of(), history))
            .judged()
            .otherTimes();

    assertThat(times).extracting(AtTime::time).containsExactly(SIGNED);
  }

  @Test
  void signatureThatExpiredSinceHeldWhenItCame() throws Exception {
    var message =
        signer()
            .with(current, SignatureAlgorithm.RSA_SHA256)
            .tagged("d=example.org; s=key; x=" + SIGNED.plusSeconds(60).getEpochSecond())
            .sign(MESSAGE);

    var result = check(message, new AsOf(List.of(SIGNED), History.NONE));

    assertThat(result.reason()).isEqualTo(DkimReason.EXPIRED);
    assertThat(result.judged().otherTimes())
        .extracting(AtTime::verdict)
        .containsExactly(Verdict.PASS);
  }

  @Test
  void nothingIsToldWhereTimeMakesNoDifference() throws Exception {
    var result = check(signed("q=dns/txt"), new AsOf(List.of(SIGNED), History.NONE));

    assertThat(result.judged().otherTimes()).isEmpty();
  }
}
