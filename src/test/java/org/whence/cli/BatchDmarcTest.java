package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BatchDmarcTest {
  private static final String REQUEST =
      """
      {"id":1,"check":"dmarc","from":["news.bank.co.uk"],\
      "spf":{"result":"softfail","domain":"news.bank.co.uk"},\
      "dkim":[{"result":"fail","domain":"bank.co.uk"},\
      {"result":"pass","domain":"mail.bank.co.uk"}]%s}
      """;

  @TempDir Path folder;
  private String zone = "";

  @BeforeEach
  void zone() throws IOException {
    zone =
        Files.writeString(
                folder.resolve("bank.zone"),
                """
                bank.co.uk. 300 IN TXT "v=spf1 ip4:192.0.2.1 -all"
                _dmarc.bank.co.uk. 300 IN TXT "v=DMARC1; p=reject; sp=Quarantine; t=y; pct=20"
                """)
            .toString();
  }

  private Map<String, @Nullable Object> answer(String request, String... more) {
    var args = new java.util.ArrayList<>(List.of("batch", "--zone", zone));
    args.addAll(List.of(more));
    var run = Shell.runWith(request + "\n", args.toArray(String[]::new));
    return BatchTest.object(run.out().strip());
  }

  @Test
  void answersAsTheContractSays() {
    var answer = answer(REQUEST.formatted(""));
    assertThat(answer.keySet())
        .containsExactly(
            "id",
            "check",
            "result",
            "reason",
            "spec",
            "domain",
            "policy",
            "effectivePolicy",
            "source",
            "recordDomain",
            "organizationalDomain",
            "aligned",
            "record",
            "warnings",
            "queries");
    assertThat(answer)
        .containsEntry("result", "pass")
        .containsEntry("policy", "quarantine")
        .containsEntry("effectivePolicy", "none")
        .containsEntry("source", "sp")
        .containsEntry("recordDomain", "bank.co.uk")
        .containsEntry("organizationalDomain", "bank.co.uk")
        .containsEntry("aligned", Map.of("spf", "no", "dkim", "relaxed"))
        .containsEntry(
            "record",
            Map.of("v", "DMARC1", "p", "reject", "sp", "Quarantine", "t", "y", "pct", "20"))
        .containsEntry("warnings", List.of("historic-tag", "testing"));
  }

  @Test
  void olderTextIsAskedForByItsNumber() {
    var answer = answer(REQUEST.formatted(",\"spec\":\"7489\""));
    assertThat(answer)
        .containsEntry("effectivePolicy", "quarantine")
        .containsEntry("warnings", List.of("historic-tag", "sampled"));
    assertThat((List<?>) answer.get("queries")).hasSize(2);
    assertThat(answer(REQUEST.formatted(",\"spec\":7489"))).isEqualTo(answer);
  }

  @Test
  void otherSuffixListMakesAnotherOrganization() throws IOException {
    var list = Files.writeString(folder.resolve("list.dat"), "uk\n").toString();
    var answer = answer(REQUEST.formatted(",\"spec\":\"7489\""), "--psl", list);
    assertThat(answer)
        .containsEntry("result", "none")
        .containsEntry("organizationalDomain", "co.uk");
  }

  @Test
  void suffixListThatCannotBeReadIsNamed() {
    var run = Shell.runWith("", "batch", "--psl", folder.resolve("absent.dat").toString());
    assertThat(run.status()).isEqualTo(ExitStatus.IO);
    assertThat(run.err()).startsWith("whence: ").contains("absent.dat");
    assertThat(run.err().lines()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"check\":\"dmarc\"} | \"from\" is missing",
        "{\"check\":\"dmarc\",\"from\":[\"a.b\"],\"spf\":\"pass\"} | \"spf\" is not made of"
            + " objects",
        "{\"check\":\"dmarc\",\"from\":[\"a.b\"],\"dkim\":[{\"result\":\"ok\"}]} | 'ok' is no"
            + " result",
        "{\"check\":\"dmarc\",\"from\":[\"a.b\"],\"spec\":\"1\"} | choose 9989 or 7489",
        "{\"check\":\"dmarc\",\"from\":[\"a.b\"],\"spec\":1} | choose 9989 or 7489",
        "{\"check\":\"dmarc\",\"from\":[\"a.b\"],\"spec\":[]} | \"spec\" is not a string"
      })
  void requestThatIsWrongIsTold(String request, String told) {
    assertThat(String.valueOf(answer(request).get("error"))).contains(told);
  }

  @Test
  void messageIsJudgedWithItsSpfAndSignatures() {
    var answer =
        answer(
            """
            {"check":"dmarc","message":"From: a@news.bank.co.uk\\r\\n\\r\\nhello\\r\\n",\
            "ip":"192.0.2.1","helo":"pc","mailFrom":"x@bank.co.uk"}
            """
                .strip());
    assertThat(answer)
        .containsEntry("result", "pass")
        .containsEntry("domain", "news.bank.co.uk")
        .containsEntry("aligned", Map.of("spf", "relaxed", "dkim", "no"));
    assertThat(String.valueOf(answer.get("queries"))).contains("name=bank.co.uk, type=TXT");
  }
}
