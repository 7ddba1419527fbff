package org.whence.ip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.ip.AddressLiteral.Parsed;

final class AddressLiteralTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "0.0.0.0, 0.0.0.0",
    "255.255.255.255, 255.255.255.255",
    "[192.0.2.1], 192.0.2.1",
    "2001:db8::1, 2001:db8::1",
    "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
    "2001:0db8:0000:0000:0000:0000:0000:0001, 2001:db8::1",
    "[2001:db8::1], 2001:db8::1",
    "IPv6:2001:db8::1, 2001:db8::1",
    "[IPv6:2001:db8::1], 2001:db8::1",
    "[ipv6:2001:db8::1], 2001:db8::1",
    "::, ::",
    "[IPv6:::], ::",
    "::1, ::1",
    "1::, 1::",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
    "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
    "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
    "1:2:3:4:5:6:192.0.2.1, 1:2:3:4:5:6:c000:201",
    "::192.0.2.1, ::c000:201",
  })
  void readsEveryForm(String text, String canonical) {
    var literal = AddressLiteral.find(text).orElseThrow();

    assertThat(Addresses.text(literal.address())).isEqualTo(canonical);
    assertThat(literal.text()).isEqualTo(text);
    assertThat(literal.zone()).isEmpty();
    assertThat(literal.mapped()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"::ffff:192.0.2.1", "::FFFF:c000:201", "[IPv6:0:0:0:0:0:ffff:192.0.2.1]"})
  void mappedIsIpv4(String text) {
    var literal = AddressLiteral.find(text).orElseThrow();

    assertThat(Addresses.text(literal.address())).isEqualTo("192.0.2.1");
    assertThat(literal.mapped()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"fe80::1%eth0, eth0", "[fe80::1%12], 12", "IPv6:fe80::1%en-0.1, en-0.1"})
  void zoneIsDroppedAndKept(String text, String zone) {
    var literal = AddressLiteral.find(text).orElseThrow();

    assertThat(Addresses.text(literal.address())).isEqualTo("fe80::1");
    assertThat(literal.zone()).contains(zone);
  }

  @ParameterizedTest
  @CsvSource({
    "'', EMPTY, ''",
    "[], EMPTY, ''",
    "IPv6:, FAMILY, ''",
    "192.0.513, OCTET_COUNT, 3",
    "192.0.2, OCTET_COUNT, 3",
    "1.2.3.4.5, OCTET_COUNT, 5",
    "1, OCTET_COUNT, 1",
    "3221225985, OCTET_COUNT, 1",
    "192.0.2., OCTET_EMPTY, ''",
    "192..2.1, OCTET_EMPTY, ''",
    ".0.2.1, OCTET_EMPTY, ''",
    "192.0.2.256, OCTET_RANGE, 256",
    "192.0.2.99999999999999999999, OCTET_RANGE, 99999999999999999999",
    "010.0.0.1, LEADING_ZERO, 010",
    "192.0.2.00, LEADING_ZERO, 00",
    "192.0.2.1a, BAD_OCTET, 1a",
    "0x7f.0.0.1, BAD_OCTET, 0x7f",
    "192.0.2.-1, BAD_OCTET, -1",
    "' 192.0.2.1', BLANK, U+0020",
    "'192.0.2.1 ', BLANK, U+0020",
    "192.0. 2.1, BLANK, U+0020",
    "192.0.2.1\u00a0, BLANK, U+00A0",
    "192.0.2.\u200b1, BAD_CHARACTER, U+200B",
    "\u0661.0.2.1, BAD_CHARACTER, U+0661",
    "mail.example.org, NOT_AN_ADDRESS, ''",
    "3com.example, NOT_AN_ADDRESS, ''",
    "word, NOT_AN_ADDRESS, ''",
    "[192.0.2.1, BRACKET, ''",
    "192.0.2.1], BRACKET, ''",
    "[[192.0.2.1]], NOT_AN_ADDRESS, ''",
    "IPv6:192.0.2.1, FAMILY, 192.0.2.1",
    "192.0.2.1%eth0, ZONE, eth0",
    "fe80::1%, ZONE, ''",
    "fe80::1%a%b, ZONE, a%b",
    "1:2:3:4:5:6:7, GROUP_COUNT, 7",
    "1:2:3:4:5:6:7:8:9, GROUP_COUNT, 9",
    "1:2:3:4:5:6:7::8, GROUP_COUNT, 8",
    "1:2:3:4:5:6:7:192.0.2.1, GROUP_COUNT, 9",
    "2001:db8, GROUP_COUNT, 2",
    ":2:3:4:5:6:7:8, GROUP_EMPTY, ''",
    "1:2:3:4:5:6:7:, GROUP_EMPTY, ''",
    "1::2:, GROUP_EMPTY, ''",
    "12345::, GROUP_LENGTH, 12345",
    "2001:db8::g, BAD_GROUP, g",
    "192.0.2.1::, BAD_GROUP, 192.0.2.1",
    "::192.0.2.1:1, BAD_GROUP, 192.0.2.1",
    "1:2:3:4:5:6:192.0.2.1::, BAD_GROUP, 192.0.2.1",
    "1::2::3, TWO_GAPS, ''",
    ":::, TWO_GAPS, ''",
    "::ffff:192.0.2, OCTET_COUNT, 3",
    "::ffff:192.0.02.1, LEADING_ZERO, 02",
    "fe80::1/64, BAD_GROUP, 1/64",
    "192.0.2.1:25, GROUP_COUNT, 2",
  })
  void namesWhatIsWrong(String text, AddressProblem problem, String detail) {
    assertThat(AddressLiteral.parse(text)).isEqualTo(new Parsed.Rejected(text, problem, detail));
  }

  @Test
  void lengthIsLimited() {
    assertThat(AddressLiteral.parse("1".repeat(1_000_000)))
        .isInstanceOfSatisfying(
            Parsed.Rejected.class,
            rejected -> {
              assertThat(rejected.problem()).isEqualTo(AddressProblem.TOO_LONG);
              assertThat(rejected.detail()).isEqualTo("1000000");
            });
  }

  @Test
  void keysAreStable() {
    assertThat(AddressProblem.OCTET_COUNT.key()).isEqualTo("address.octet-count");
  }
}
