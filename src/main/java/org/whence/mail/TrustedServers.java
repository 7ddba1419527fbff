package org.whence.mail;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.whence.dns.ALabel;
import org.whence.ip.Cidr;

/// The servers that the analyst believes: blocks of addresses and names, where a name stands for
/// itself and all below it.
///
/// @param blocks blocks of addresses
/// @param names names in A-labels and lower case, without the dot of the root
/// @param rejected what was given and is neither
public record TrustedServers(List<Cidr> blocks, Set<String> names, List<String> rejected) {
  /// Nobody is believed.
  public static final TrustedServers NONE = new TrustedServers(List.of(), Set.of(), List.of());

  public TrustedServers {
    blocks = List.copyOf(blocks);
    names = Set.copyOf(names);
    rejected = List.copyOf(rejected);
  }

  /// Reads addresses, blocks such as `192.0.2.0/24`, and names such as `example.org`,
  /// `.example.org` or `*.example.org`, which all mean the same.
  public static TrustedServers of(List<String> entries) {
    var blocks = new ArrayList<Cidr>();
    var names = new HashSet<String>();
    var rejected = new ArrayList<String>();
    for (var entry : entries) {
      var text = entry.strip();
      var name = text.startsWith("*.") ? text.substring(2) : text;
      var block = Cidr.parse(text);
      var host = HostText.name(name.startsWith(".") ? name.substring(1) : name);
      if (block.isPresent()) {
        blocks.add(block.get());
      } else if (host.isPresent()) {
        names.add(comparable(host.get()));
      } else {
        rejected.add(entry);
      }
    }
    return new TrustedServers(blocks, names, rejected);
  }

  /// Blocks and names as [#of] reads them, in the order of their texts.
  public List<String> entries() {
    return Stream.concat(blocks.stream().map(Cidr::toString), names.stream()).sorted().toList();
  }

  /// Whether nobody is believed.
  public boolean isEmpty() {
    return blocks.isEmpty() && names.isEmpty();
  }

  /// Whether the address is in one of the blocks.
  public boolean contains(InetAddress address) {
    return blocks.stream().anyMatch(block -> block.contains(address));
  }

  private static String comparable(String name) {
    return ALabel.domain(name).toLowerCase(Locale.ROOT);
  }

  /// Whether the client of a step is one of them, or the very host that wrote it (loopback): by its
  /// address, or by its name as that host looked it up, but not where it says that this may be
  /// forged. What the client called itself never counts.
  public boolean hasClient(Received step) {
    return step.fromIp().filter(ip -> ip.isLoopbackAddress() || contains(ip)).isPresent()
        || (!step.mayBeForged() && step.fromRdns().filter(this::contains).isPresent());
  }

  /// Whether this is one of the names, or below one, without regard to case and to the form of an
  /// internationalized one.
  public boolean contains(String name) {
    var rest = comparable(name);
    rest = rest.endsWith(".") ? rest.substring(0, rest.length() - 1) : rest;
    // A name has 127 labels at most (RFC 1035, 2.3.4).
    for (int labels = 0; labels < 127; labels++) {
      if (names.contains(rest)) {
        return true;
      }
      var dot = rest.indexOf('.');
      if (dot < 0) {
        return false;
      }
      rest = rest.substring(dot + 1);
    }
    return false;
  }
}
