package org.whence.investigation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.spf.SpfTopic;

/// What macros put into a name.
final class CarriedTest {
  private static Carried carried(String macro, String value) {
    var step =
        Branch.root(
                question -> {
                  throw new AssertionError(question);
                },
                SpfTopic.MACRO,
                Value.of(macro),
                Value.of(value),
                Value.of(value))
            .close();
    var domain = new Carried();
    domain.add(Reveal.HELO);
    var carried = new Carried();
    carried.add(step, domain);
    return carried;
  }

  @ParameterizedTest
  @CsvSource({
    "%{ir}, 192.0.2.1, CLIENT",
    "%{C}, 192.0.2.1, CLIENT",
    "%{l}, bounce-42, SENDER",
    "%{s}, bounce-ann=example.org@list.example, SENDER RECIPIENT",
    "%{l-}, bounce-ann=example.org, SENDER RECIPIENT",
    "%{l}, prvs=0123abcd=ann, SENDER",
    "%{l}, =.x, SENDER",
    "%{s}, ann@a=b.example, SENDER",
    "%{t}, 1790000000, TIME",
    "%{r}, mx.example, RECEIVER"
  })
  void macroRevealsWhatItStandsForAndIsNamed(String macro, String value, String reveals) {
    var carried = carried(macro, value);

    assertThat(carried.reveals())
        .containsExactlyElementsOf(Arrays.stream(reveals.split(" ")).map(Reveal::valueOf).toList());
    assertThat(carried.macros()).containsExactly(macro);
  }

  @ParameterizedTest
  @CsvSource({"%{o}, example.org", "%{v}, in-addr"})
  void macroThatRevealsNothingIsNotNamed(String macro, String value) {
    var carried = carried(macro, value);

    assertThat(carried.reveals()).isEmpty();
    assertThat(carried.macros()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"%{d}", "%{D2}"})
  void domainHandsOnWhatItCarriesItself(String macro) {
    assertThat(carried(macro, "mx.example").reveals()).containsExactly(Reveal.HELO);
  }
}
