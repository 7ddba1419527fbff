package org.whence.spf;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.whence.ip.Cidr;

/// Blocks of addresses, and how many addresses they have together. Two blocks are apart, or one
/// lies within the other.
final class AddressSet {
  private static final BigInteger ALL_4 = BigInteger.ONE.shiftLeft(32);
  private static final BigInteger ALL_6 = BigInteger.ONE.shiftLeft(128);

  /// By family, then by the first address, the larger block first.
  private static final Comparator<Cidr> ORDER =
      Comparator.comparingInt((Cidr block) -> block.network().getAddress().length)
          .thenComparing(AddressSet::first)
          .thenComparingInt(Cidr::prefix);

  private final List<Cidr> blocks = new ArrayList<>();
  private boolean everything;

  boolean isEmpty() {
    return blocks.isEmpty() && !everything;
  }

  void add(Cidr block) {
    blocks.add(block);
  }

  /// Adds what a record lets pass without a question: its networks up to `all`, and everything if
  /// that passes.
  void add(SpfRecord record) {
    for (var directive : record.directives()) {
      if (directive.qualifier() == Qualifier.PASS) {
        switch (directive.mechanism()) {
          case Mechanism.Ip4(var network) -> network.block().ifPresent(blocks::add);
          case Mechanism.Ip6(var network) -> network.block().ifPresent(blocks::add);
          case Mechanism.All _ -> everything = true;
          case Mechanism.A _,
              Mechanism.Mx _,
              Mechanism.Ptr _,
              Mechanism.Exists _,
              Mechanism.Include _ -> {}
        }
      }
      if (directive.isAll()) {
        return;
      }
    }
  }

  /// How many IPv4 addresses.
  BigInteger size4() {
    return everything ? ALL_4 : size(4);
  }

  /// How many IPv6 addresses.
  BigInteger size6() {
    return everything ? ALL_6 : size(16);
  }

  private BigInteger size(int octets) {
    return sorted(blocks).stream()
        .filter(block -> block.network().getAddress().length == octets)
        .map(Cidr::size)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /// The blocks that lie within no other one, in order.
  private static List<Cidr> sorted(List<Cidr> blocks) {
    var outer = new ArrayList<Cidr>();
    for (var block : blocks.stream().sorted(ORDER).toList()) {
      if (outer.isEmpty() || !outer.getLast().contains(block.network())) {
        outer.add(block);
      }
    }
    return outer;
  }

  static Comparator<Cidr> order() {
    return ORDER;
  }

  private static BigInteger first(Cidr block) {
    return new BigInteger(1, block.network().getAddress());
  }
}
