package org.whence.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whence.chain.Step;
import org.whence.chain.Value;

final class FilterStepsTest {

  @Test
  void reportOfForefrontIsPutIntoWords() {
    var codes =
        codes(
            """
            X-Forefront-Antispam-Report: CIP:192.0.2.1;CTRY:US;LANG:en;SCL:5;SRV:;IPV:NLI;
             SFV:SPM;H:mail.a.example;PTR:a.example;CAT:HPHISH;SFS:(13230)(1);DIR:INB;
            """);

    assertThat(codes)
        .hasSize(10)
        .anyMatch(code -> code.startsWith("CIP:192.0.2.1 the address of the client"))
        .anyMatch(code -> code.startsWith("SCL:5 spam confidence: spam"))
        .anyMatch(code -> code.startsWith("SFV:SPM filter: spam"))
        .anyMatch(code -> code.startsWith("CAT:HPHISH policy: phishing, with high confidence"))
        .allMatch(code -> code.contains(" https://"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Microsoft-Antispam: BCL:7;ARA:123 | BCL:7 bulk complaints: some",
        "X-MS-Exchange-Organization-SCL: -1 | -1 spam confidence: not filtered",
        "x-spam-status: Yes, score=6.2 required=5.0 tests=A,B autolearn=no | Yes SpamAssassin"
            + " counts it as spam",
        "X-Spam-Status: No, hits=-1.2 | hits:-1.2 its points, as older versions write it",
        "X-Spam-Level: **** | **** a character for each full point",
        "X-Spamd-Result: default: False [4.20 / 15.00]; A(1.00)[] | required:15.00 the points from"
            + " which",
        "X-Spamd-Result: default: True [20.0 / 15.00] | True rspamd counts it as spam",
        "X-Rspamd-Action: add header | add header rspamd: probably spam",
      })
  void fieldsOfOtherFiltersAreToo(String field, String words) {
    assertThat(codes(field + "\n")).anyMatch(code -> code.startsWith(words));
  }

  @Test
  void fieldIsToldWithItsPlaceEvenWithoutACodeThatIsKnown() {
    var step = HeaderCase.of("X-Spamd-Result: broken\n").steps().getFirst();

    assertThat(step.topic()).isEqualTo(HeaderTopic.FILTER);
    assertThat(step.values())
        .containsExactly(Value.of("X-Spamd-Result"), new Value.Place(1, 0, 23));
    assertThat(step.findings()).isEmpty();
  }

  @Test
  void fieldsOfANameAndCodesOfAFieldHaveALimit() {
    var many = HeaderCase.of("X-Spam-Flag: YES\n".repeat(30));
    var large = codes("X-Forefront-Antispam-Report: " + "SCL:5;".repeat(500) + "\n");

    assertThat(many.steps()).hasSize(10);
    assertThat(large).hasSize(50);
  }

  private static List<String> codes(String header) {
    return HeaderCase.of(header).steps().stream()
        .filter(step -> step.topic() == HeaderTopic.FILTER)
        .map(Step::findings)
        .flatMap(List::stream)
        .map(HeaderCase::text)
        .toList();
  }
}
