package org.whence.iprev;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.ip.AddressLiteral;

final class GenericNameTest {
  @ParameterizedTest
  @CsvSource({
    "192-0-2-10.example.net, 192.0.2.10, 192-0-2-10",
    "10.2.0.192.dsl.example.net, 192.0.2.10, 10.2.0.192",
    "host-192_0_2_10.example.net, 192.0.2.10, 192_0_2_10",
    "ip192000002010.example.net, 192.0.2.10, 192000002010",
    "c000020a.example.net, 192.0.2.10, c000020a",
    "p5.dyn.example.net, 192.0.2.10, dyn",
    "adsl-pool5.example.net, 192.0.2.10, adsl",
    "20010db8000000000000000000000001.v6.example.net, 2001:db8::1,"
        + " 20010db8000000000000000000000001",
    "2001-0db8-0000-0000-0000-0000-0000-0001.v6.example.net, 2001:db8::1,"
        + " 2001-0db8-0000-0000-0000-0000-0000-0001"
  })
  void generatedNameIsToldWithItsPattern(String name, String client, String pattern) {
    assertThat(GenericName.pattern(name, AddressLiteral.find(client).orElseThrow().address()))
        .contains(pattern);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mail.example.org",
        "dynamic.example",
        "pool.example",
        "mx10.example.org",
        "1192-0-2-10.example.net",
        "192-0-2-100.example.net",
        "dynamics-crm.example.org"
      })
  void chosenNameIsNot(String name) {
    assertThat(GenericName.pattern(name, AddressLiteral.find("192.0.2.10").orElseThrow().address()))
        .isEmpty();
  }
}
