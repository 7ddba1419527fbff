package org.whence.enrichment;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whence.ip.Ascii;
import org.whence.ip.Cidr;

/// One network that announces an address, as `23028 | 216.90.108.0/24 | US | arin | 1998-09-25`
/// tells it. An address may lie in several networks, each a record of its own, and a network may be
/// announced by several systems.
///
/// @param prefix the network, which holds the address
/// @param systems the numbers of those that announce it, at most [#MAX_SYSTEMS]
/// @param more how many more there are
record OriginAnswer(Cidr prefix, List<String> systems, int more) {
  /// How many systems of a network are told. The number is our own.
  static final int MAX_SYSTEMS = 5;

  /// RFC 6793, 3: four octets.
  private static final long LARGEST_SYSTEM = 0xFFFF_FFFFL;

  OriginAnswer {
    systems = List.copyOf(systems);
  }

  /// Reads an answer; empty where it says something else, or of other addresses. The route to all
  /// there is, 0.0.0.0/0, is nobody's network.
  static Optional<OriginAnswer> of(String text, InetAddress address) {
    var columns = Columns.of(text);
    if (columns.size() < 2) {
      return Optional.empty();
    }
    var prefix = Cidr.parse(columns.get(1)).filter(each -> each.prefix() > 0);
    if (prefix.filter(each -> each.contains(address)).isEmpty()) {
      return Optional.empty();
    }
    var systems = new ArrayList<String>();
    var numbers = columns.getFirst().split(" ", -1);
    for (var number : numbers) {
      if (!isSystem(number)) {
        return Optional.empty();
      }
      if (systems.size() < MAX_SYSTEMS) {
        systems.add(number);
      }
    }
    return Optional.of(new OriginAnswer(prefix.get(), systems, numbers.length - systems.size()));
  }

  private static boolean isSystem(String number) {
    return Ascii.isDigits(number)
        && number.length() <= 10
        && Long.parseLong(number) <= LARGEST_SYSTEM;
  }

  /// `AS64496 AS64497`.
  String systemsText() {
    return "AS" + String.join(" AS", systems);
  }
}
