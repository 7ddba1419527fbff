package org.whence.spf;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whence.ip.Cidr;

/// Blocks of addresses, and how many addresses they have together. Two blocks are apart, or one
/// lies within the other.
final class AddressSet {
  private static final String ALL_4 = BigInteger.ONE.shiftLeft(32).toString();
  private static final String ALL_6 = BigInteger.ONE.shiftLeft(128).toString();

  /// By family, then by the first address, the larger block first.
  static final Comparator<Block> ORDER = Block::compare;

  /// A block with its first address as a number, so that thousands are sorted fast.
  ///
  /// @param named the term that names it; none where DNS did
  /// @param high the upper 64 bits of IPv6, or all of IPv4
  /// @param low the lower 64 bits
  record Block(@Nullable Term named, Cidr cidr, boolean isVersion4, long high, long low) {
    static Block of(@Nullable Term term, Cidr cidr) {
      var octets = cidr.network().getAddress();
      return octets.length == 4
          ? new Block(term, cidr, true, number(octets, 0, 4), 0)
          : new Block(term, cidr, false, number(octets, 0, 8), number(octets, 8, 16));
    }

    private static long number(byte[] octets, int from, int to) {
      var number = 0L;
      for (var i = from; i < to; i++) {
        number = number << 8 | (octets[i] & 0xFF);
      }
      return number;
    }

    /// That of `ip4` and `ip6`; null for other terms.
    static @Nullable Block of(Term term) {
      if (term instanceof Term.Directive(_, _, _, var mechanism)) {
        Optional<Cidr> block =
            switch (mechanism) {
              case Mechanism.Ip4(var network) -> network.block();
              case Mechanism.Ip6(var network) -> network.block();
              case Mechanism.All _,
                  Mechanism.A _,
                  Mechanism.Mx _,
                  Mechanism.Ptr _,
                  Mechanism.Exists _,
                  Mechanism.Include _ ->
                  Optional.empty();
            };
        return block.isPresent() ? of(term, block.get()) : null;
      }
      return null;
    }

    Term term() {
      return Objects.requireNonNull(named);
    }

    private int compare(Block other) {
      if (isVersion4 != other.isVersion4) {
        return isVersion4 ? -1 : 1;
      }
      var upper = Long.compareUnsigned(high, other.high);
      var first = upper != 0 ? upper : Long.compareUnsigned(low, other.low);
      return first != 0 ? first : Integer.compare(cidr.prefix(), other.cidr.prefix());
    }

    /// Whether a block that begins nowhere before it lies within.
    boolean holds(Block other) {
      return isVersion4 == other.isVersion4 && cidr.contains(other.cidr.network());
    }
  }

  private final List<Block> blocks = new ArrayList<>();
  private boolean everything;

  boolean isEmpty() {
    return blocks.isEmpty() && !everything;
  }

  void add(Cidr block) {
    blocks.add(Block.of(null, block));
  }

  /// Adds what a record lets pass without a question: its networks up to `all`, and everything if
  /// that passes.
  void add(SpfRecord record) {
    for (var term : record.terms()) {
      if (term instanceof Term.Directive directive) {
        var passes = directive.qualifier() == Qualifier.PASS;
        if (directive.isAll()) {
          everything |= passes;
          return;
        }
        var block = passes ? Block.of(term) : null;
        if (block != null) {
          blocks.add(block);
        }
      }
    }
  }

  void add(AddressSet other) {
    blocks.addAll(other.blocks);
    everything |= other.everything;
  }

  /// How many IPv4 addresses, in digits.
  String size4() {
    if (everything) {
      return ALL_4;
    }
    var size = 0L;
    for (var block : outer(true)) {
      size += 1L << (32 - block.cidr().prefix());
    }
    return Long.toString(size);
  }

  /// How many IPv6 addresses, in digits.
  String size6() {
    if (everything) {
      return ALL_6;
    }
    var size = BigInteger.ZERO;
    for (var block : outer(false)) {
      size = size.add(block.cidr().size());
    }
    return size.toString();
  }

  /// The blocks of a family that lie within no other one.
  private List<Block> outer(boolean version4) {
    blocks.sort(ORDER);
    var found = new ArrayList<Block>(blocks.size());
    for (var block : blocks) {
      if (block.isVersion4() == version4 && (found.isEmpty() || !found.getLast().holds(block))) {
        found.add(block);
      }
    }
    return found;
  }
}
