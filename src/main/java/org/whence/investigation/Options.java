package org.whence.investigation;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;

/// What the analyst asks for, beside the input.
///
/// @param asking whether DNS may be asked at all
/// @param asksSpecialUse whether addresses of special use are asked although no answer can be
///   expected of public servers
/// @param ip the client that the receiving server saw, where the message does not tell or is not to
///   be believed
/// @param helo what it called itself
/// @param mailFrom the envelope sender: an address, or empty for the null sender
/// @param at the clock to judge by, where it is not now
/// @param trust whom the analyst believes
public record Options(
    boolean asking,
    boolean asksSpecialUse,
    Optional<InetAddress> ip,
    Optional<String> helo,
    Optional<String> mailFrom,
    Optional<Instant> at,
    Trust trust) {

  /// Asks, leaves special-use addresses alone, and believes the input.
  public static Options defaults() {
    return new Options(
        true,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Trust.NONE);
  }

  /// The same, asking DNS or not.
  public Options withAsking(boolean may) {
    return new Options(may, asksSpecialUse, ip, helo, mailFrom, at, trust);
  }

  /// The same, asking addresses of special use or not.
  public Options withAsksSpecialUse(boolean may) {
    return new Options(asking, may, ip, helo, mailFrom, at, trust);
  }

  /// The same, with what the receiving server saw.
  public Options withClient(
      Optional<InetAddress> seenIp, Optional<String> seenHelo, Optional<String> seenMailFrom) {
    return new Options(asking, asksSpecialUse, seenIp, seenHelo, seenMailFrom, at, trust);
  }

  /// The same, judged by another clock.
  public Options withAt(Optional<Instant> clock) {
    return new Options(asking, asksSpecialUse, ip, helo, mailFrom, clock, trust);
  }

  /// The same, with others believed.
  public Options withTrust(Trust believed) {
    return new Options(asking, asksSpecialUse, ip, helo, mailFrom, at, believed);
  }
}
