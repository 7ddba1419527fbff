package org.whence.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DefangTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192[.]0[.]2[.]1",
    "2001:db8::1, 2001[:]db8[:][:]1",
    "::ffff:192.0.2.1, [:][:]ffff[:]192[.]0[.]2[.]1",
    "mail.example.org, mail[.]example[.]org",
    "localhost, localhost"
  })
  void nameIsNoLinkAnyMore(String name, String defanged) {
    assertThat(Defang.name(name)).isEqualTo(defanged);
    assertThat(Defang.text(name)).isEqualTo(defanged);
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/a.html?x=1, hxxps[:]//example[.]org/a[.]html?x=1",
    "http://192.0.2.1/, hxxp[:]//192[.]0[.]2[.]1/",
    "udp://192.0.2.53:53, udp[:]//192[.]0[.]2[.]53:53",
    "from a.example ([IPv6:2001:db8::1]), from a[.]example ([IPv6:2001[:]db8[:][:]1])",
    "at 12:34:56. Then, at 12:34:56. Then",
    "mail.example.org. 3600 IN A 192.0.2.1, mail[.]example[.]org. 3600 IN A 192[.]0[.]2[.]1",
    "bücher.example, bücher[.]example"
  })
  void namesInRunningTextAreFound(String text, String defanged) {
    assertThat(Defang.text(text)).isEqualTo(defanged);
  }

  @Test
  void textWithoutNamesStays() {
    assertThat(Defang.text("no PTR record")).isEqualTo("no PTR record");
  }

  @Property
  void takingTheBracketsAwayGivesTheTextBack(@ForAll String text) {
    var plain = text.replace("[", "").replace("]", "").replaceAll("(?i)http|ftp", "");
    var back = Defang.text(plain).replace("[.]", ".").replace("[:]", ":");
    assertThat(back).isEqualTo(plain);
  }
}
