package org.whence.ip;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Addresses as text and from octets. (Texts are read by [AddressLiteral].)
public final class Addresses {
  /// `255.255.255.255`.
  private static final int LONGEST_DOTTED = 15;

  private Addresses() {}

  /// The canonical text of RFC 5952: lower case, no leading zeros, `::` for the first of the
  /// longest runs of two or more zero groups, `::ffff:192.0.2.1` for IPv4-mapped IPv6. Without a
  /// zone id.
  public static String text(InetAddress address) {
    var octets = address.getAddress();
    return octets.length == 4 ? dotted(octets) : groups(octets);
  }

  /// The address of 4 or 16 octets, without a name; 16 octets of IPv4-mapped IPv6 are IPv4.
  ///
  /// @throws IllegalArgumentException for any other number of octets
  public static InetAddress of(byte[] octets) {
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("an address has 4 or 16 octets, not " + octets.length, e);
    }
  }

  /// Digit by digit: a long list has each of its addresses written down several times.
  private static String dotted(byte[] octets) {
    var text = new byte[LONGEST_DOTTED];
    var length = 0;
    for (var octet : octets) {
      var number = Byte.toUnsignedInt(octet);
      if (length > 0) {
        text[length++] = '.';
      }
      if (number >= 100) {
        text[length++] = (byte) ('0' + number / 100);
      }
      if (number >= 10) {
        text[length++] = (byte) ('0' + number / 10 % 10);
      }
      text[length++] = (byte) ('0' + number % 10);
    }
    return new String(text, 0, length, StandardCharsets.ISO_8859_1);
  }

  private static String groups(byte[] octets) {
    var groups = new int[8];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = (octets[2 * i] & 0xFF) << 8 | (octets[2 * i + 1] & 0xFF);
    }
    // RFC 5952, 5: where the prefix says that an IPv4 address follows, it is written as one.
    if (Arrays.equals(groups, 0, 6, new int[] {0, 0, 0, 0, 0, 0xFFFF}, 0, 6)) {
      return "::ffff:" + dotted(Arrays.copyOfRange(octets, 12, 16));
    }
    var from = 0;
    var length = 1;
    for (int start = 0; start < groups.length; start++) {
      var run = zeros(groups, start);
      if (run > length) {
        from = start;
        length = run;
      }
    }
    return length < 2
        ? hex(groups, 0, groups.length)
        : hex(groups, 0, from) + "::" + hex(groups, from + length, groups.length);
  }

  private static int zeros(int[] groups, int start) {
    var end = start;
    while (end < groups.length && groups[end] == 0) {
      end++;
    }
    return end - start;
  }

  private static String hex(int[] groups, int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> Integer.toHexString(groups[i]))
        .collect(Collectors.joining(":"));
  }
}
