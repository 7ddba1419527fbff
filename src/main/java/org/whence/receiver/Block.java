package org.whence.receiver;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import org.whence.ip.Addresses;
import org.whence.ip.SpecialUse;

/// An address that somebody may want to block, and why: what a rule for it needs.
///
/// @param address the client
/// @param domain the domain that it spoke for, hostile; may be empty
/// @param reason the case that it is blocked for, hostile
/// @param from when the block begins
/// @param lasts how long it lasts, whole seconds
public record Block(
    InetAddress address, String domain, String reason, Instant from, Duration lasts) {

  /// Whether an address may be offered for blocking at all.
  public sealed interface Offer {
    /// It may.
    record Offered(Block block) implements Offer {}

    /// It is set aside (RFC 6890): a rule for it would hit somebody's own network.
    record SpecialAddress(SpecialUse use) implements Offer {}

    /// It is a relay of the analyst's own.
    record OwnRelay() implements Offer {}
  }

  /// Offers a block, unless the address is set aside or one of the analyst's own.
  ///
  /// @param own whether an address is a relay of the analyst's
  public static Offer offer(Block block, Predicate<InetAddress> own) {
    var special = SpecialUse.of(block.address()).filter(use -> !use.asked());
    if (special.isPresent()) {
      return new Offer.SpecialAddress(special.get());
    }
    return own.test(block.address()) ? new Offer.OwnRelay() : new Offer.Offered(block);
  }

  /// When it ends.
  Instant until() {
    return from.plus(lasts).truncatedTo(ChronoUnit.SECONDS);
  }

  long seconds() {
    return Math.max(1, lasts.toSeconds());
  }

  boolean isIpv4() {
    return address.getAddress().length == 4;
  }

  String text() {
    return Addresses.text(address);
  }
}
