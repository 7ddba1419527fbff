package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Name;

final class NamesTest {
  @ParameterizedTest
  @CsvSource({
    "example.org, example.org",
    "b\u00FCcher.example, xn--bcher-kva.example",
    "stra\u00DFe.example, xn--strae-oqa.example",
    "\u4F8B\u3048.\u30C6\u30B9\u30C8, xn--r8jz45g.xn--zckzah",
    "B\u00DCCHER.example, xn--bcher-kva.example"
  })
  void internationalizedDomainsBecomeALabels(String domain, String encoded) {
    assertThat(ALabel.domain(domain)).isEqualTo(encoded);
  }

  @Test
  void labelsKnowNoEscapes() {
    assertThat(Names.labels("a\\046b.example").map(Names::text)).contains("a\\\\046b.example");
  }

  @Test
  void rootDotMakesNoDifference() {
    assertThat(Names.labels("mx.example.org.")).isEqualTo(Names.labels("mx.example.org"));
  }

  @Property
  void textAndOctetsOfAnyNameAreThoseOfTheLibrary(
      @ForAll @Size(min = 1, max = 63) byte[] first,
      @ForAll @AlphaChars @StringLength(9) String last)
      throws IOException {
    var wire = new ByteArrayOutputStream();
    for (var label : List.of(first, last.getBytes(StandardCharsets.US_ASCII))) {
      wire.write(label.length);
      wire.write(label);
    }
    wire.write(0);
    var name = new Name(wire.toByteArray());

    assertThat(Names.text(name)).isEqualTo(name.toString(true));
    assertThat(Names.wire(name)).isEqualTo(name.toWire());
    assertThat(Names.text(Name.root)).isEqualTo(".");
    assertThat(Names.wire(Name.root)).containsExactly(0);
  }

  @Test
  void nameEndsAt255Octets() {
    assertThat(Names.labels("a.".repeat(126) + "a")).isPresent();
    assertThat(Names.labels("a.".repeat(127) + "a")).isEmpty();
    assertThat(Names.labels("a".repeat(63) + ".example")).isPresent();
    assertThat(Names.labels("a".repeat(64) + ".example")).isEmpty();
  }
}
