package org.whence.ip;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.stream.Stream;

/// A block of addresses (RFC 4632, 3.1; RFC 4291, 2.3).
///
/// @param network its first address; bits behind the prefix are cleared
/// @param prefix how many bits all its addresses share, 0 to 32 or 128
public record Cidr(InetAddress network, int prefix) {
  /// @throws IllegalArgumentException where the prefix is longer than an address, or negative
  public Cidr {
    var octets = network.getAddress();
    if (prefix < 0 || prefix > 8 * octets.length) {
      throw new IllegalArgumentException("no prefix of such an address: " + prefix);
    }
    for (int i = 0; i < octets.length; i++) {
      octets[i] &= (byte) mask(prefix - 8 * i);
    }
    network = Addresses.of(octets);
  }

  /// Reads an address and a prefix length such as `192.0.2.0/24`; an address alone is a block of
  /// one. The address may have any form that [AddressLiteral] reads; with IPv4-mapped IPv6 the
  /// prefix counts from the beginning of its 128 bits, and is at least 96.
  ///
  /// @return empty where this is no block
  public static Optional<Cidr> parse(String text) {
    var slash = text.indexOf('/');
    var literal = AddressLiteral.find(slash < 0 ? text : text.substring(0, slash));
    if (slash < 0) {
      return literal.map(found -> of(found.address()));
    }
    var digits = text.substring(slash + 1);
    if (!Ascii.isDigits(digits)
        || digits.length() > 3
        || (digits.length() > 1 && digits.startsWith("0"))) {
      return Optional.empty();
    }
    var written = Integer.parseInt(digits);
    return literal
        .map(AddressLiteral::address)
        .flatMap(address -> {
          var prefix = written - (literal.orElseThrow().mapped() ? 96 : 0);
          return prefix < 0 || prefix > bits(address)
              ? Optional.empty()
              : Optional.of(new Cidr(address, prefix));
        });
  }

  /// The block of one address.
  public static Cidr of(InetAddress address) {
    return new Cidr(address, bits(address));
  }

  /// Whether the address is of this family and within.
  public boolean contains(InetAddress address) {
    return contains(address.getAddress());
  }

  /// The same of an address in octets.
  boolean contains(byte[] theirs) {
    if (bits(network) != 8 * theirs.length) {
      return false;
    }
    var ours = network.getAddress();
    for (int i = 0; 8 * i < prefix; i++) {
      if (((ours[i] ^ theirs[i]) & mask(prefix - 8 * i)) != 0) {
        return false;
      }
    }
    return true;
  }

  /// How many addresses it has.
  public BigInteger size() {
    return BigInteger.ONE.shiftLeft(bits(network) - prefix);
  }

  /// Its addresses in order, made as they are asked for: a /0 costs nothing until it is walked.
  public Stream<InetAddress> addresses() {
    var count = size().min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
    return Stream.iterate(network, Cidr::next).limit(count);
  }

  /// The canonical text, such as `2001:db8::/32`.
  @Override
  public String toString() {
    return Addresses.text(network) + "/" + prefix;
  }

  private static int bits(InetAddress address) {
    return address instanceof Inet4Address ? 32 : 128;
  }

  /// The octet whose first bits, as many as there are left of the prefix, are set.
  private static int mask(int left) {
    return left <= 0 ? 0 : left >= 8 ? 0xFF : (0xFF << (8 - left)) & 0xFF;
  }

  private static InetAddress next(InetAddress address) {
    var octets = address.getAddress();
    var at = octets.length - 1;
    while (at >= 0 && ++octets[at] == 0) {
      at--;
    }
    return Addresses.of(octets);
  }
}
