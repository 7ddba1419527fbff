package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Name;

final class MixedCaseTest {
  private static Name mixed(Name name, Random random) throws IOException {
    return new Name(MixedCase.of(name.toWire(), random));
  }

  @Test
  void everyLetterHasEitherCaseInTime() throws Exception {
    var name = Names.parse("10.2.0.192.in-addr.arpa").orElseThrow();
    var random = new Random(1);
    var upper = 0;
    for (var i = 0; i < 64; i++) {
      upper |= uppers(mixed(name, random).toString());
    }
    assertThat(uppers(name.toString())).isZero();
    assertThat(Integer.bitCount(upper)).isEqualTo(10);
  }

  private static int uppers(String text) {
    var bits = 0;
    for (var i = 0; i < text.length(); i++) {
      bits |= Character.isUpperCase(text.charAt(i)) ? 1 << i : 0;
    }
    return bits;
  }

  @Test
  void otherOctetsStayAndLongNamesAreMixedToTheirEnd() throws Exception {
    var label = "[`{@Zz".repeat(10);
    var name = Name.fromString(String.join(".", label, label, label, ""));

    var mixed = mixed(name, new Random(1));

    assertThat(mixed).isEqualTo(name);
    assertThat(mixed.toString().substring(140)).isNotEqualTo(name.toString().substring(140));
  }

  @Property
  void nameStaysTheSame(@ForAll long seed) throws Exception {
    var name = Names.parse("a.Mail-1.EXAMPLE").orElseThrow();

    assertThat(mixed(name, new Random(seed))).isEqualTo(name);
  }
}
