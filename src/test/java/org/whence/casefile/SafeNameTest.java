package org.whence.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SafeNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "case.eml | case.eml",
        "Re: your account!.eml | Re__your_account_.eml",
        "../../etc/passwd | passwd",
        "C:\\Users\\x\\a.eml | a.eml",
        ".. | _",
        "'' | _",
        ".bashrc | _bashrc",
        "name... | name_",
        "con | _on",
        "CON.eml | _ON.eml",
        "lpt1.txt | _pt1.txt",
        "console.eml | console.eml",
        "\u202Egnp.exe | _gnp.exe"
      })
  void nameIsOneOnEverySystem(String hostile, String safe) {
    assertThat(SafeName.of(hostile)).isEqualTo(safe);
  }

  @Property
  void whateverItWasCalledItIsAPlainName(@ForAll String hostile) {
    assertThat(SafeName.of(hostile)).matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,59}");
    assertThat(SafeName.of(hostile)).isEqualTo(SafeName.of(SafeName.of(hostile)));
  }

  @Property(tries = 1)
  void longNameIsCut() {
    assertThat(SafeName.of("x".repeat(1_000_000))).hasSize(60);
  }
}
