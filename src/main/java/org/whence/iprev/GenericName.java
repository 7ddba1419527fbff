package org.whence.iprev;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Tells names that are made from the address for whoever has it today, as access providers do,
/// from names that somebody chose.
///
/// A heuristic, for information: it says which pattern it saw and judges nothing.
final class GenericName {
  /// Whole words between dots, hyphens and digits that such names are made with.
  private static final Set<String> WORDS =
      Set.of(
          "adsl",
          "broadband",
          "cable",
          "catv",
          "client",
          "cpe",
          "cust",
          "customer",
          "dhcp",
          "dial",
          "dialin",
          "dialup",
          "dsl",
          "dyn",
          "dynamic",
          "dynip",
          "fiber",
          "ftth",
          "gprs",
          "hsd",
          "ip",
          "ipoe",
          "lte",
          "mobile",
          "nat",
          "pool",
          "pools",
          "ppp",
          "pppoe",
          "res",
          "residential",
          "sdsl",
          "subscriber",
          "unassigned",
          "unused",
          "user",
          "vdsl",
          "wimax",
          "xdsl");

  private GenericName() {}

  /// The pattern that the name matches: the part of the address that it contains, or a word.
  ///
  /// @return empty where it looks chosen
  static Optional<String> pattern(String name, InetAddress client) {
    var lower = name.toLowerCase(Locale.ROOT);
    var address = client instanceof Inet4Address ? inName4(lower, client) : inName6(lower, client);
    return address.or(() -> word(lower));
  }

  private static Optional<String> inName4(String name, InetAddress client) {
    var address = client.getAddress();
    var o = new int[4];
    for (var i = 0; i < 4; i++) {
      o[i] = Byte.toUnsignedInt(address[i]);
    }
    var gaps = runsOfDigits(name) < o.length ? List.<String>of() : List.of(".", "-", "_", "x");
    for (var gap : gaps) {
      for (var octets : List.of(o, new int[] {o[3], o[2], o[1], o[0]})) {
        var plain = join(gap, 1, octets);
        var padded = join(gap, 3, octets);
        if (standsAlone(name, plain)) {
          return Optional.of(plain);
        }
        if (standsAlone(name, padded)) {
          return Optional.of(padded);
        }
      }
    }
    var packed = join("", 3, o);
    if (standsAlone(name, packed)) {
      return Optional.of(packed);
    }
    var hex = HexFormat.of().formatHex(address);
    return standsAlone(name, hex) ? Optional.of(hex) : Optional.empty();
  }

  /// This runs for every name of a long list, and few names have as many numbers as an address.
  private static int runsOfDigits(String name) {
    var runs = 0;
    var inside = false;
    for (var i = 0; i < name.length(); i++) {
      var digit = Character.isDigit(name.charAt(i));
      runs += digit && !inside ? 1 : 0;
      inside = digit;
    }
    return runs;
  }

  private static Optional<String> inName6(String name, InetAddress client) {
    var hex = HexFormat.of().formatHex(client.getAddress());
    var groups = hex.replaceAll("(.{4})(?!$)", "$1-");
    // The interface identifier alone is how many providers name a customer.
    return List.of(hex, groups, hex.substring(16), groups.substring(20)).stream()
        .filter(name::contains)
        .findFirst();
  }

  /// The numbers with at least so many digits each. This runs for every name of a long list.
  private static String join(String gap, int digits, int[] octets) {
    var text = new StringBuilder(16);
    for (var octet : octets) {
      text.append(text.isEmpty() ? "" : gap);
      if (digits == 3) {
        text.append(octet < 10 ? "00" : octet < 100 ? "0" : "");
      }
      text.append(octet);
    }
    return text.toString();
  }

  /// Whether the digits stand in the name without other digits beside them.
  private static boolean standsAlone(String name, String text) {
    for (var at = name.indexOf(text); at >= 0; at = name.indexOf(text, at + 1)) {
      var before = at == 0 || !Character.isDigit(name.charAt(at - 1));
      var end = at + text.length();
      var after = end == name.length() || !Character.isDigit(name.charAt(end));
      if (before && after) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> word(String name) {
    // The registrable part is a proper name: "dynamic.example" is nobody's pool.
    var last = name.lastIndexOf('.', name.lastIndexOf('.') - 1);
    for (var start = 0; start < last; ) {
      var end = start;
      while (end < last && ".-_0123456789".indexOf(name.charAt(end)) < 0) {
        end++;
      }
      var part = name.substring(start, end);
      if (WORDS.contains(part)) {
        return Optional.of(part);
      }
      start = end + 1;
    }
    return Optional.empty();
  }
}
