package org.whence.ip;

import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a block of addresses is set aside for: IANA's special-purpose address registries for IPv4
/// and IPv6 (RFC 6890), with multicast and what RFC 4291 and 3879 reserve or retire.
///
/// @param block the block
/// @param name IANA's name of it
/// @param rfc where it is defined, such as `RFC 1918` or `RFC 1122, 3.2.1.3`
/// @param asked whether names of its addresses are asked for. Not where they mean something inside
///   one network alone, or name no host: the public answers nothing to that (RFC 6303, 6761), and
///   asking would tell it about the inside. Asked are blocks that are reachable globally, which get
///   a label and no more, and those for documentation and benchmarks, so that samples and benches
///   work.
public record SpecialUse(Cidr block, String name, String rfc, boolean asked) {
  private static final List<SpecialUse> REGISTRY =
      Stream.of(
              inside("0.0.0.0/8", "This network", "RFC 791, 3.2"),
              inside("0.0.0.0/32", "This host on this network", "RFC 1122, 3.2.1.3"),
              inside("10.0.0.0/8", "Private-Use", "RFC 1918"),
              inside("100.64.0.0/10", "Shared Address Space", "RFC 6598"),
              inside("127.0.0.0/8", "Loopback", "RFC 1122, 3.2.1.3"),
              inside("169.254.0.0/16", "Link Local", "RFC 3927"),
              inside("172.16.0.0/12", "Private-Use", "RFC 1918"),
              inside("192.0.0.0/24", "IETF Protocol Assignments", "RFC 6890, 2.1"),
              inside("192.0.0.0/29", "IPv4 Service Continuity Prefix", "RFC 7335"),
              inside("192.0.0.8/32", "IPv4 dummy address", "RFC 7600"),
              asked("192.0.0.9/32", "Port Control Protocol Anycast", "RFC 7723"),
              asked("192.0.0.10/32", "Traversal Using Relays around NAT Anycast", "RFC 8155"),
              inside("192.0.0.170/31", "NAT64/DNS64 Discovery", "RFC 8880"),
              asked("192.0.2.0/24", "Documentation (TEST-NET-1)", "RFC 5737"),
              asked("192.31.196.0/24", "AS112-v4", "RFC 7535"),
              asked("192.52.193.0/24", "AMT", "RFC 7450"),
              asked("192.88.99.0/24", "Deprecated (6to4 Relay Anycast)", "RFC 7526"),
              inside("192.88.99.2/32", "6a44-relay anycast address", "RFC 6751"),
              inside("192.168.0.0/16", "Private-Use", "RFC 1918"),
              asked("192.175.48.0/24", "Direct Delegation AS112 Service", "RFC 7534"),
              asked("198.18.0.0/15", "Benchmarking", "RFC 2544"),
              asked("198.51.100.0/24", "Documentation (TEST-NET-2)", "RFC 5737"),
              asked("203.0.113.0/24", "Documentation (TEST-NET-3)", "RFC 5737"),
              inside("224.0.0.0/4", "Multicast", "RFC 5771"),
              inside("240.0.0.0/4", "Reserved", "RFC 1112, 4"),
              inside("255.255.255.255/32", "Limited Broadcast", "RFC 919, 7"),
              inside("::/96", "IPv4-Compatible (deprecated)", "RFC 4291, 2.5.5.1"),
              inside("::/128", "Unspecified Address", "RFC 4291, 2.5.2"),
              inside("::1/128", "Loopback Address", "RFC 4291, 2.5.3"),
              asked("64:ff9b::/96", "IPv4-IPv6 Translat.", "RFC 6052"),
              inside("64:ff9b:1::/48", "IPv4-IPv6 Translat.", "RFC 8215"),
              inside("100::/64", "Discard-Only Address Block", "RFC 6666"),
              inside("100:0:0:1::/64", "Dummy IPv6 Prefix", "RFC 9780"),
              inside("2001::/23", "IETF Protocol Assignments", "RFC 2928"),
              asked("2001::/32", "TEREDO", "RFC 4380"),
              asked("2001:1::1/128", "Port Control Protocol Anycast", "RFC 7723"),
              asked("2001:1::2/128", "Traversal Using Relays around NAT Anycast", "RFC 8155"),
              asked("2001:1::3/128", "DNS-SD SRP Anycast", "RFC 9665"),
              asked("2001:2::/48", "Benchmarking", "RFC 5180"),
              asked("2001:3::/32", "AMT", "RFC 7450"),
              asked("2001:4:112::/48", "AS112-v6", "RFC 7535"),
              inside("2001:10::/28", "Deprecated (previously ORCHID)", "RFC 4843"),
              asked("2001:20::/28", "ORCHIDv2", "RFC 7343"),
              asked("2001:30::/28", "Drone Remote ID Protocol Entity Tags Prefix", "RFC 9374"),
              asked("2001:db8::/32", "Documentation", "RFC 3849"),
              asked("2002::/16", "6to4", "RFC 3056"),
              asked("2620:4f:8000::/48", "Direct Delegation AS112 Service", "RFC 7534"),
              asked("3fff::/20", "Documentation", "RFC 9637"),
              inside("5f00::/16", "Segment Routing (SRv6) SIDs", "RFC 9602"),
              inside("fc00::/7", "Unique-Local", "RFC 4193"),
              inside("fe80::/10", "Link-Local Unicast", "RFC 4291, 2.5.6"),
              inside("fec0::/10", "Site-Local (deprecated)", "RFC 3879"),
              inside("ff00::/8", "Multicast", "RFC 4291, 2.7"))
          .flatMap(use -> Stream.concat(Stream.of(use), use.carried()))
          .sorted(Comparator.comparingInt((SpecialUse use) -> use.block().prefix()).reversed())
          .toList();

  private static final List<SpecialUse> V4 =
      REGISTRY.stream().filter(use -> isV4(use.block().network().getAddress())).toList();
  private static final List<SpecialUse> V6 =
      REGISTRY.stream().filter(use -> !V4.contains(use)).toList();

  /// The use of the smallest block that has the address; empty for the ordinary address of a host.
  public static Optional<SpecialUse> of(InetAddress address) {
    // This runs for every address of a long list.
    var octets = address.getAddress();
    for (var use : isV4(octets) ? V4 : V6) {
      if (use.block().contains(octets)) {
        return Optional.of(use);
      }
    }
    return Optional.empty();
  }

  private static boolean isV4(byte[] address) {
    return address.length == 4;
  }

  /// The addresses of IPv6 that carry those of this block, where it means something inside one
  /// network alone: neither translation nor 6to4 may have them, and whoever writes one means that
  /// network, or wants a rule that hits it.
  private Stream<SpecialUse> carried() {
    return asked || !isV4(block.network().getAddress())
        ? Stream.empty()
        : Stream.of(
            carried("64:ff9b::%02x%02x:%02x%02x/%d", 96, "IPv4-IPv6 Translat.", "RFC 6052, 3.1"),
            carried("2002:%02x%02x:%02x%02x::/%d", 16, "6to4", "RFC 3056, 2"));
  }

  private SpecialUse carried(String form, int before, String by, String rfc) {
    var octets = block.network().getAddress();
    return inside(
        form.formatted(octets[0], octets[1], octets[2], octets[3], before + block.prefix()),
        by + " of " + name,
        rfc);
  }

  private static SpecialUse inside(String block, String name, String rfc) {
    return new SpecialUse(Cidr.parse(block).orElseThrow(), name, rfc, false);
  }

  private static SpecialUse asked(String block, String name, String rfc) {
    return new SpecialUse(Cidr.parse(block).orElseThrow(), name, rfc, true);
  }
}
