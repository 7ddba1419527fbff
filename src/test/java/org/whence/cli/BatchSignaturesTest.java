package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.Suites;

/// What a batch answers about signatures, on the message of RFC 8463, A.3.
final class BatchSignaturesTest {
  private static final String MESSAGE =
      """
      DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;
       d=football.example.com; i=@football.example.com;
       q=dns/txt; s=brisbane; t=1528637909; h=from : to :
       subject : date : message-id : from : subject : date;
       bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
       b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus
       Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==
      DKIM-Signature: v=1; a=rsa-sha256; d=football.example.com; s=other; h=from; bh=AAAA; b=AAAA
      From: Joe SixPack <joe@football.example.com>
      To: Suzie Q <suzie@shopping.example.net>
      Subject: Is dinner ready?
      Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
      Message-ID: <20030712040037.46341.5F8J@football.example.com>

      Hi.

      We lost the game.  Are you hungry yet?

      Joe.
      """;

  @TempDir Path folder;
  private String zone = "";

  @BeforeEach
  void zone() throws IOException {
    zone =
        Files.writeString(
                folder.resolve("keys.zone"),
                """
                brisbane._domainkey.football.example.com. 60 IN TXT "v=DKIM1; k=ed25519;" \
                " p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
                """)
            .toString();
  }

  private Map<String, @Nullable Object> answer(String check, String member, String value) {
    var escaped = value.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"");
    var request = "{\"id\":1,\"check\":\"%s\",\"%s\":\"%s\"}\n".formatted(check, member, escaped);
    var run = Shell.runWith(request, "batch", "--zone", zone);
    assertThat(run.err()).isEmpty();
    return BatchTest.object(run.out());
  }

  private static Map<String, Object> signature(Map<String, @Nullable Object> answer, int index) {
    return Suites.asMap(Suites.asList(Objects.requireNonNull(answer.get("signatures"))).get(index));
  }

  @Test
  void dkimAnswersAsTheContractSays() {
    var answer = answer("dkim", "message", MESSAGE);

    assertThat(answer.keySet())
        .containsExactly("id", "check", "result", "reason", "signatures", "queries");
    assertThat(answer.get("result")).isEqualTo("pass");
    assertThat(signature(answer, 0).toString())
        .isEqualTo(
            "{domain=football.example.com, selector=brisbane, identity=@football.example.com, "
                + "algorithm=ed25519-sha256, canonicalization=relaxed/relaxed, result=pass, "
                + "reason=verified, bodyHash=ok, headerHash=ok, keyBits=256, testing=false, "
                + "warnings=[]}");
    assertThat(signature(answer, 1))
        .containsEntry("result", "permerror")
        .containsEntry("reason", "no-key")
        .containsEntry("identity", "@football.example.com")
        .containsEntry("canonicalization", "simple/simple")
        .containsEntry("bodyHash", "bad")
        .containsEntry("headerHash", "unchecked")
        .doesNotContainKeys("keyBits", "testing");
    assertThat(String.valueOf(answer.get("queries")))
        .contains("name=brisbane._domainkey.football.example.com, type=TXT, outcome=answer")
        .contains("name=other._domainkey.football.example.com, type=TXT, outcome=nxdomain");
  }

  @Test
  void dkimOfAFile() throws IOException {
    var file = Files.writeString(folder.resolve("a.eml"), MESSAGE);

    assertThat(answer("dkim", "file", file.toString()).get("result")).isEqualTo("pass");
  }

  @Test
  void messageWithoutSignatures() {
    var dkim = answer("dkim", "message", "From: a@example.org\n\nHi.\n");
    assertThat(dkim).containsEntry("result", "none").containsEntry("signatures", List.of());
    var arc = answer("arc", "message", "From: a@example.org\n\nHi.\n");
    assertThat(arc.keySet())
        .containsExactly("id", "check", "result", "reason", "instances", "queries");
    assertThat(arc).containsEntry("result", "none").containsEntry("instances", List.of());
  }

  @Test
  void arcAnswersForEachSet() {
    var answer =
        answer(
            "arc",
            "message",
            """
            ARC-Seal: i=1; a=rsa-sha256; cv=none; d=example.org; s=none; b=AAAA
            ARC-Message-Signature: i=1; a=rsa-sha256; d=example.org; s=none; h=from; bh=AAAA; b=AAAA
            ARC-Authentication-Results: i=1; example.org; spf=pass
            From: a@example.org

            Hi.
            """);

    assertThat(answer)
        .containsEntry("result", "fail")
        .containsEntry("reason", "message-signature")
        .doesNotContainKey("oldestPass");
    assertThat(String.valueOf(answer.get("instances")))
        .isEqualTo("[{i=1, domain=example.org, seal=permerror, messageSignature=permerror}]");
  }

  @Test
  void sealersAndKeysAsOfThenAreReachable() throws IOException {
    var keys =
        Files.writeString(
            folder.resolve("old.dns.jsonl"),
            """
            {"name":"other._domainkey.football.example.com","type":"TXT","outcome":"answer",\
            "records":["other._domainkey.football.example.com. 60 IN TXT \\"v=DKIM1; p=\\""],\
            "asked":"2020-01-01T00:00:00Z"}
            """);
    var message = MESSAGE.replace("\n", "\\n").replace("\"", "\\\"");
    var dkim =
        "{\"check\":\"dkim\",\"message\":\"%s\",\"at\":\"2021-01-01T00:00:00Z\"}\n"
            .formatted(message);
    var seal = "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=mx.example.org; s=none; b=AAAA\\n\\n";
    var arc =
        "{\"check\":\"arc\",\"message\":\"%s\",\"trustedSealers\":[\"example.org\"]}\n"
            .formatted(seal);

    var run = Shell.runWith(dkim + arc, "batch", "--zone", zone, "--keys", keys.toString());

    assertThat(run.err()).isEmpty();
    var lines = run.out().lines().toList();
    assertThat(signature(BatchTest.object(lines.getFirst()), 1).get("asOf"))
        .asString()
        .contains("at=2021-01-01T00:00:00Z", "reason=key-revoked", "keySeen=2020-01-01T00:00:00Z");
    assertThat(BatchTest.object(lines.getLast()).get("instances"))
        .asString()
        .contains("domain=mx.example.org", "trusted=true");
  }
}
