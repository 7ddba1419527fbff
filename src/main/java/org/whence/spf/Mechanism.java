package org.whence.spf;

import java.util.Optional;
import org.whence.ip.Cidr;

/// What a client is held against (RFC 7208, 5).
public sealed interface Mechanism {

  /// The mechanism without its qualifier, in the canonical spelling.
  String text();

  /// Whether it causes queries that count towards the limit (RFC 7208, 4.6.4).
  default boolean asks() {
    return switch (this) {
      case All _, Ip4 _, Ip6 _ -> false;
      case Include _, A _, Mx _, Ptr _, Exists _ -> true;
    };
  }

  /// The domain that it speaks of, where it is written.
  default Optional<MacroString> domain() {
    return switch (this) {
      case All _, Ip4 _, Ip6 _ -> Optional.empty();
      case Include(var target) -> Optional.of(target);
      case Exists(var target) -> Optional.of(target);
      case A(var target, _) -> target;
      case Mx(var target, _) -> target;
      case Ptr(var target) -> target;
    };
  }

  /// Every client (5.1).
  record All() implements Mechanism {
    @Override
    public String text() {
      return "all";
    }
  }

  /// Every client for which another domain's record says `pass` (5.2).
  record Include(MacroString target) implements Mechanism {
    @Override
    public String text() {
      return "include:" + target.text();
    }
  }

  /// The addresses of a name (5.3).
  record A(Optional<MacroString> target, Prefixes prefixes) implements Mechanism {
    @Override
    public String text() {
      return "a" + after(target) + prefixes.text();
    }
  }

  /// The addresses of a domain's mail servers (5.4).
  record Mx(Optional<MacroString> target, Prefixes prefixes) implements Mechanism {
    @Override
    public String text() {
      return "mx" + after(target) + prefixes.text();
    }
  }

  /// Clients whose name lies within a domain (5.5).
  record Ptr(Optional<MacroString> target) implements Mechanism {
    @Override
    public String text() {
      return "ptr" + after(target);
    }
  }

  /// A block of IPv4 addresses (5.6).
  record Ip4(Network network) implements Mechanism {
    @Override
    public String text() {
      return "ip4:" + network.text();
    }
  }

  /// A block of IPv6 addresses (5.6).
  record Ip6(Network network) implements Mechanism {
    @Override
    public String text() {
      return "ip6:" + network.text();
    }
  }

  /// Clients for which a name, usually made of their address, has an A record (5.7).
  record Exists(MacroString target) implements Mechanism {
    @Override
    public String text() {
      return "exists:" + target.text();
    }
  }

  /// A `dual-cidr-length` (5.6).
  ///
  /// @param ip4 the prefix for IPv4, where it is written; otherwise 32 counts
  /// @param ip6 the prefix for IPv6, where it is written; otherwise 128 counts
  record Prefixes(Optional<Integer> ip4, Optional<Integer> ip6) {
    /// As written.
    String text() {
      return ip4.map(n -> "/" + n).orElse("") + ip6.map(n -> "//" + n).orElse("");
    }

    /// The prefix for an address of so many bits.
    int of(int bits) {
      return bits == 32 ? ip4.orElse(32) : ip6.orElse(128);
    }
  }

  /// An `ip4-network` or `ip6-network` with its prefix.
  ///
  /// @param address the address as written
  /// @param prefix its length, where it is written
  /// @param block the addresses that match. None for IPv6 that only maps IPv4: those clients are
  ///   judged as IPv4 (5), so it matches nobody
  record Network(String address, Optional<Integer> prefix, Optional<Cidr> block) {
    /// As written.
    String text() {
      return address + prefix.map(n -> "/" + n).orElse("");
    }
  }

  private static String after(Optional<MacroString> domain) {
    return domain.map(spec -> ":" + spec.text()).orElse("");
  }
}
