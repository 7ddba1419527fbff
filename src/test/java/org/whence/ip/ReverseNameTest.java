package org.whence.ip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReverseNameTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.10, 10.2.0.192.in-addr.arpa.",
    "::ffff:192.0.2.10, 10.2.0.192.in-addr.arpa.",
    "2001:db8::1," + " 1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.",
    "4321:0:1:2:3:4:567:89ab,"
        + " b.a.9.8.7.6.5.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.0.0.0.0.1.2.3.4.ip6.arpa.",
  })
  void reversesOctetsAndNibbles(String address, String name) {
    assertThat(ReverseName.of(AddressLiteral.find(address).orElseThrow().address()).toString())
        .isEqualTo(name);
  }
}
