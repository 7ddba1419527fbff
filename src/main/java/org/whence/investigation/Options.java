package org.whence.investigation;

import java.net.InetAddress;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

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
/// @param checks the checks of a message that are made
public record Options(
    boolean asking,
    boolean asksSpecialUse,
    Optional<InetAddress> ip,
    Optional<String> helo,
    Optional<String> mailFrom,
    Optional<Instant> at,
    Trust trust,
    Set<Check> checks) {

  public Options {
    checks = Set.copyOf(checks);
  }

  /// Asks, leaves special-use addresses alone, believes the input, and makes all checks.
  public static Options defaults() {
    return new Options(
        true,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Trust.NONE,
        EnumSet.allOf(Check.class));
  }

  /// The same, asking DNS or not.
  public Options withAsking(boolean may) {
    return new Options(may, asksSpecialUse, ip, helo, mailFrom, at, trust, checks);
  }

  /// The same, asking addresses of special use or not.
  public Options withAsksSpecialUse(boolean may) {
    return new Options(asking, may, ip, helo, mailFrom, at, trust, checks);
  }

  /// The same, with what the receiving server saw.
  public Options withClient(
      Optional<InetAddress> seenIp, Optional<String> seenHelo, Optional<String> seenMailFrom) {
    return new Options(asking, asksSpecialUse, seenIp, seenHelo, seenMailFrom, at, trust, checks);
  }

  /// The same, judged by another clock.
  public Options withAt(Optional<Instant> clock) {
    return new Options(asking, asksSpecialUse, ip, helo, mailFrom, clock, trust, checks);
  }

  /// The same, with others believed.
  public Options withTrust(Trust believed) {
    return new Options(asking, asksSpecialUse, ip, helo, mailFrom, at, believed, checks);
  }

  /// The same, making only these checks of a message.
  public Options withChecks(Set<Check> made) {
    return new Options(asking, asksSpecialUse, ip, helo, mailFrom, at, trust, made);
  }
}
