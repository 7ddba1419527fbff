package org.whence.ip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SpecialUseTest {
  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, 0.0.0.0/32, 'RFC 1122, 3.2.1.3'",
    "0.1.2.3, 0.0.0.0/8, 'RFC 791, 3.2'",
    "10.255.0.1, 10.0.0.0/8, RFC 1918",
    "100.64.0.1, 100.64.0.0/10, RFC 6598",
    "100.127.255.255, 100.64.0.0/10, RFC 6598",
    "127.0.0.1, 127.0.0.0/8, 'RFC 1122, 3.2.1.3'",
    "169.254.10.10, 169.254.0.0/16, RFC 3927",
    "172.31.255.255, 172.16.0.0/12, RFC 1918",
    "192.168.1.1, 192.168.0.0/16, RFC 1918",
    "192.0.0.171, 192.0.0.170/31, RFC 8880",
    "224.0.0.1, 224.0.0.0/4, RFC 5771",
    "240.0.0.1, 240.0.0.0/4, 'RFC 1112, 4'",
    "255.255.255.255, 255.255.255.255/32, 'RFC 919, 7'",
    "::, ::/128, 'RFC 4291, 2.5.2'",
    "::1, ::1/128, 'RFC 4291, 2.5.3'",
    "::ffff:10.0.0.1, 10.0.0.0/8, RFC 1918",
    "64:ff9b:1::1, 64:ff9b:1::/48, RFC 8215",
    "100::1, 100::/64, RFC 6666",
    "fd00::1, fc00::/7, RFC 4193",
    "fe80::1%eth0, fe80::/10, 'RFC 4291, 2.5.6'",
    "ff02::1, ff00::/8, 'RFC 4291, 2.7'",
    "64:ff9b::10.1.2.3, 64:ff9b::a00:0/104, 'RFC 6052, 3.1'",
    "64:ff9b::192.168.1.1, 64:ff9b::c0a8:0/112, 'RFC 6052, 3.1'",
    "64:ff9b::127.0.0.1, 64:ff9b::7f00:0/104, 'RFC 6052, 3.1'",
    "2002:a01:203::1, 2002:a00::/24, 'RFC 3056, 2'",
    "2002:c0a8:101::1, 2002:c0a8::/32, 'RFC 3056, 2'",
  })
  void insideIsNotAsked(String address, String block, String rfc) {
    var use = of(address).orElseThrow();

    assertThat(use.block()).hasToString(block);
    assertThat(use.rfc()).isEqualTo(rfc);
    assertThat(use.asked()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, Documentation (TEST-NET-1)",
    "198.51.100.1, Documentation (TEST-NET-2)",
    "203.0.113.1, Documentation (TEST-NET-3)",
    "198.19.255.255, Benchmarking",
    "2001:db8::1, Documentation",
    "3fff:fff::1, Documentation",
    "2001:2::1, Benchmarking",
    "2001:0:4136::1, TEREDO",
    "2001:20::1, ORCHIDv2",
    "2002:c000:201::1, 6to4",
    "2002:b00::1, 6to4",
    "64:ff9b::192.0.2.1, IPv4-IPv6 Translat.",
    "192.88.99.1, Deprecated (6to4 Relay Anycast)",
  })
  void documentationAndWhatIsReachableIsLabelledAndAsked(String address, String name) {
    var use = of(address).orElseThrow();

    assertThat(use.name()).isEqualTo(name);
    assertThat(use.asked()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2001:4860:4860::8888",
        "2606:4700:4700::1111",
        "3fff:1000::1",
        "2001:200::1"
      })
  void hostsOfTheInternetHaveNone(String address) {
    assertThat(of(address)).isEmpty();
  }

  private static Optional<SpecialUse> of(String address) {
    return SpecialUse.of(AddressLiteral.find(address).orElseThrow().address());
  }
}
