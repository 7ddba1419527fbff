package org.whence.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AddressesTest {
  /// The examples of RFC 5952, 4.
  @ParameterizedTest
  @CsvSource({
    "2001:0db8::0001, 2001:db8::1",
    "2001:db8:0:0:0:0:2:1, 2001:db8::2:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:DB8::AAAA, 2001:db8::aaaa",
    "0:0:0:0:0:0:0:0, ::",
    "1:0:0:0:0:0:0:0, 1::",
  })
  void textIsCanonical(String written, String canonical) {
    assertThat(Addresses.text(AddressLiteral.find(written).orElseThrow().address()))
        .isEqualTo(canonical);
  }

  @Test
  void mappedThatWasForcedIntoIpv6IsWrittenAsSuch() throws Exception {
    var octets = new byte[16];
    octets[10] = -1;
    octets[11] = -1;
    octets[15] = 1;

    assertThat(Addresses.text(Inet6Address.getByAddress(null, octets, 3)))
        .isEqualTo("::ffff:0.0.0.1");
  }

  @Test
  void numberOfOctetsIsTheCallersToKeep() {
    assertThatThrownBy(() -> Addresses.of(new byte[5]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5");
  }
}
