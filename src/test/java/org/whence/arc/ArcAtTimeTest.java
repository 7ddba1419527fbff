package org.whence.arc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.chain.Verdict;
import org.whence.dkim.AsOf;
import org.whence.dkim.AtTime;
import org.whence.dkim.Keys;
import org.whence.dns.History;
import org.whence.mail.Message;

/// Chains judged as of then: with the sealers' keys that recordings have.
final class ArcAtTimeTest {
  private static final Instant CAME = Instant.parse("2024-03-01T12:00:00Z");
  private static final String MESSAGE = "From: ann@example.org\nTo: b@c\nSubject: Lunch\n\nNoon.\n";

  @TempDir Path folder;

  /// A recording in which the sealer's key was heard in 2024.
  private History history() throws IOException {
    var record =
        Keys.zone(Sealer.NAME + ". 60 IN", Keys.record(Keys.rsa(2048)))
            .strip()
            .replace("\\", "\\\\")
            .replace("\"", "\\\"");
    var line =
        """
        {"name":"%s","type":"TXT","outcome":"answer","records":["%s"],"asked":"2024-02-01T00:00:00Z"}
        """
            .formatted(Sealer.NAME, record);
    return History.read(
        List.of(Files.writeString(folder.resolve("old.dns.jsonl"), line)), TestZone.NOW);
  }

  private static ArcResult check(String message, String zone, AsOf asOf)
      throws InterruptedException {
    return new ArcVerifier(InstantSource.fixed(TestZone.NOW), ArcOptions.defaults().withAsOf(asOf))
        .check(
            Message.read(message.getBytes(ISO_8859_1)),
            Branch.root(TestZone.of(zone), ChainTopic.QUESTION));
  }

  @Test
  void keyOfThenSealsWhatTheKeyOfNowDoesNot() throws Exception {
    var sealed = Sealer.seal(Sealer.seal(MESSAGE));
    var rotated = Keys.zone(Sealer.NAME, Keys.record(Keys.rsa(1024)));

    var result = check(sealed, rotated, new AsOf(List.of(CAME), history()));

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.otherTimes())
        .containsExactly(new ArcAtTime(CAME, Verdict.PASS, ArcReason.VERIFIED));
    assertThat(result.instances())
        .allSatisfy(instance ->
            assertThat(instance.sealed().orElseThrow().otherTimes())
                .extracting(AtTime::verdict)
                .containsExactly(Verdict.PASS));
    assertThat(result.step().findings())
        .filteredOn(finding -> finding.reason() == ArcReason.OTHER_THEN)
        .singleElement()
        .asString()
        .contains(CAME.toString(), "pass", "fail");
    assertThat(result.step().all().map(step -> step.topic())).contains(ArcTopic.AS_OF);
  }

  @Test
  void messageThatWasChangedFailsWithAnyKey() throws Exception {
    var changed = Sealer.seal(MESSAGE).replace("Noon.", "One.");

    var result = check(changed, Sealer.zone(), new AsOf(List.of(CAME), history()));

    assertThat(result.otherTimes())
        .containsExactly(new ArcAtTime(CAME, Verdict.FAIL, ArcReason.MESSAGE_SIGNATURE));
    assertThat(result.step().findings())
        .noneMatch(finding -> finding.reason() == ArcReason.OTHER_THEN);
  }

  @Test
  void nothingIsToldWhereNoRecordingHasTheKey() throws Exception {
    var result = check(Sealer.seal(MESSAGE), Sealer.zone(), new AsOf(List.of(CAME), History.NONE));

    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.otherTimes()).isEmpty();
  }

  @Test
  void brokenChainIsBrokenAtAnyTime() throws Exception {
    var broken = Sealer.seal(MESSAGE).replace("ARC-Authentication-Results", "X-Results");

    var result = check(broken, Sealer.zone(), new AsOf(List.of(CAME), history()));

    assertThat(result.otherTimes())
        .extracting(ArcAtTime::reason)
        .containsExactly(ArcReason.MISSING_FIELD);
  }
}
