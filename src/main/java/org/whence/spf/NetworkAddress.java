package org.whence.spf;

import java.util.Arrays;
import java.util.Optional;
import org.whence.ip.AddressLiteral;
import org.whence.ip.Addresses;
import org.whence.ip.Ascii;
import org.whence.ip.Cidr;

/// The address of `ip4` and `ip6` (RFC 7208, 5.6): the bare forms, without brackets, tag or zone.
final class NetworkAddress {
  private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

  private NetworkAddress() {}

  /// The octets of an address of so many bits; empty where the text is none.
  static Optional<byte[]> read(String text, int bits) {
    if (bits == 32) {
      return quad(text);
    }
    if (text.indexOf(':') < 0) {
      return Optional.empty();
    }
    for (var i = 0; i < text.length(); i++) {
      if ("0123456789abcdefABCDEF:.".indexOf(text.charAt(i)) < 0) {
        return Optional.empty();
      }
    }
    return AddressLiteral.find(text)
        .map(literal -> literal.address().getAddress())
        .map(octets -> octets.length == bits / 8 ? octets : mapped(octets));
  }

  /// Four numbers up to 255 between dots, without leading zeros (RFC 7208, 12). Records hold
  /// thousands of them, so each character is looked at once.
  private static Optional<byte[]> quad(String text) {
    var octets = new byte[4];
    var at = 0;
    for (var i = 0; i < octets.length; i++) {
      var start = at;
      var value = 0;
      while (at < text.length() && at - start < 3 && Ascii.isDigit(text.charAt(at))) {
        value = 10 * value + text.charAt(at++) - '0';
      }
      var zeros = at - start > 1 && text.charAt(start) == '0';
      var last = i == octets.length - 1;
      if (at == start
          || zeros
          || value > 255
          || (last ? at != text.length() : at == text.length() || text.charAt(at++) != '.')) {
        return Optional.empty();
      }
      octets[i] = (byte) value;
    }
    return Optional.of(octets);
  }

  /// The addresses that match; empty where all of them map IPv4 (RFC 7208, 5).
  static Optional<Cidr> block(byte[] octets, int prefix) {
    if (octets.length == 4) {
      return Optional.of(new Cidr(Addresses.of(octets), prefix));
    }
    var first = octets.clone();
    for (var bit = prefix; bit < 8 * first.length; bit++) {
      first[bit / 8] &= (byte) ~(0x80 >> bit % 8);
    }
    var address = Addresses.of(first);
    return address.getAddress().length == first.length
        ? Optional.of(new Cidr(address, prefix))
        : Optional.empty();
  }

  private static byte[] mapped(byte[] octets) {
    var all = Arrays.copyOf(MAPPED, 16);
    System.arraycopy(octets, 0, all, 12, 4);
    return all;
  }
}
