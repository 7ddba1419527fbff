package org.whence.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CidrTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24, 192.0.2.0/24, 256",
    "192.0.2.77/24, 192.0.2.0/24, 256",
    "192.0.2.77/29, 192.0.2.72/29, 8",
    "192.0.2.77, 192.0.2.77/32, 1",
    "0.0.0.0/0, 0.0.0.0/0, 4294967296",
    "2001:DB8::1/120, 2001:db8::/120, 256",
    "[2001:db8::1], 2001:db8::1/128, 1",
    "::ffff:192.0.2.1/120, 192.0.2.0/24, 256",
    "::/0, ::/0, 340282366920938463463374607431768211456",
  })
  void readsABlock(String text, String canonical, BigInteger size) {
    var block = Cidr.parse(text).orElseThrow();

    assertThat(block).hasToString(canonical);
    assertThat(block.size()).isEqualTo(size);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/24",
        "192.0.2.0/",
        "192.0.2.0/33",
        "192.0.2.0/024",
        "192.0.2.0/+8",
        "192.0.2.0/9999999999",
        "192.0.2.0/8/8",
        "192.0.2/24",
        "::/129",
        "::ffff:192.0.2.1/24",
        "192.0.2.0 /24"
      })
  void whatIsNoBlockIsEmpty(String text) {
    assertThat(Cidr.parse(text)).isEmpty();
  }

  @Test
  void addressesComeInOrderOverOctetBorders() {
    assertThat(Cidr.parse("192.0.2.0/23").orElseThrow().addresses().map(Addresses::text))
        .hasSize(512)
        .startsWith("192.0.2.0", "192.0.2.1")
        .contains("192.0.2.255", "192.0.3.0")
        .endsWith("192.0.3.254", "192.0.3.255");
  }

  @Test
  void lastAddressesOfAllEnd() {
    assertThat(Cidr.parse("255.255.255.254/31").orElseThrow().addresses().map(Addresses::text))
        .containsExactly("255.255.255.254", "255.255.255.255");
  }

  @Test
  void hugeBlockIsWalkedLazily() {
    assertThat(Cidr.parse("2001:db8::/32").orElseThrow().addresses().skip(65536).findFirst())
        .map(Addresses::text)
        .contains("2001:db8::1:0");
  }

  @Test
  void otherFamilyIsNeverWithin() {
    var everything = Cidr.parse("::/0").orElseThrow();

    assertThat(everything.contains(Addresses.of(new byte[] {10, 0, 0, 1}))).isFalse();
  }

  @Test
  void impossiblePrefixIsABug() {
    assertThatThrownBy(() -> new Cidr(Addresses.of(new byte[4]), 33))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
