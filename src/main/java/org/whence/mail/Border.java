package org.whence.mail;

import java.net.InetAddress;
import java.util.Optional;

/// Where a message came in: the client that handed it to the first server that is believed. What it
/// is judged by (address, HELO, looked-up name) was written by that server; all fields below may be
/// made up.
///
/// @param ip the client's address; empty where the field does not tell it
/// @param helo what it called itself
/// @param rdns the name that the server looked up for it
/// @param index the place of the step among [HopChain#hops], newest first, from 0
/// @param basis what this rests on
public record Border(
    Optional<InetAddress> ip,
    Optional<String> helo,
    Optional<String> rdns,
    int index,
    Basis basis) {

  /// How the border was found.
  public enum Basis {
    /// From the newest step on, as long as clients are servers that the analyst believes: the first
    /// client that is none of them.
    TRUSTED,
    /// Nobody is believed: the client of the newest step that came from a public address. That is a
    /// guess: steps within the receiving network are passed over, but not a forwarder outside.
    FIRST_PUBLIC,
    /// The newest client that authenticated, as the analyst wants it.
    AUTHENTICATED,
    /// As many steps from the newest as the analyst has servers.
    COUNTED,
    /// The step that the analyst chose.
    CHOSEN
  }

  /// Finds the border.
  ///
  /// The newest field is always believed: the server that has the mailbox wrote it. A field below
  /// is believed if a believed server wrote it: it is the client of the step above, by its address,
  /// by its name as looked up by the server above (but not where that says that it may be forged),
  /// or because it is the same host (loopback). A step that names no client, as within Gmail, or
  /// one with an address that only the inside of a network can have, as within Exchange, is passed
  /// over if the next one below says that a trusted server wrote it ([HandOver#PRESUMED]), but not
  /// where a user handed the message in, or where the client had the name of a stranger. The HELO
  /// never counts for a client. What is believed on weak grounds is told ([Doubt]).
  ///
  /// @return empty where all clients are trusted, or no step came from a public address
  public static Optional<Border> find(HopChain chain, TrustedServers trusted) {
    return trusted.isEmpty() ? firstPublic(chain) : firstStranger(chain, trusted);
  }

  /// Finds the border by a rule.
  ///
  /// @return empty where no step fits the rule
  public static Optional<Border> find(HopChain chain, TrustedServers trusted, BorderRule rule) {
    var relays = chain.hops().stream().filter(Hop::relay).toList();
    return switch (rule.strategy()) {
      case AUTOMATIC -> find(chain, trusted);
      case TRUSTED -> firstStranger(chain, trusted);
      case LOCAL -> firstPublic(chain);
      case AUTHENTICATED ->
          relays.stream()
              .filter(hop -> hop.received().authenticated())
              .findFirst()
              .map(hop -> at(hop, Basis.AUTHENTICATED));
      case COUNT ->
          relays.stream().skip(rule.number() - 1).findFirst().map(hop -> at(hop, Basis.COUNTED));
      case HOP ->
          relays.stream()
              .filter(hop -> hop.number().filter(number -> number == rule.number()).isPresent())
              .findFirst()
              .map(hop -> at(hop, Basis.CHOSEN));
    };
  }

  private static Optional<Border> firstPublic(HopChain chain) {
    for (var hop : chain.hops()) {
      if (hop.relay() && hop.received().fromIp().filter(HandOver::isPublic).isPresent()) {
        return Optional.of(at(hop, Basis.FIRST_PUBLIC));
      }
    }
    return Optional.empty();
  }

  private static Optional<Border> firstStranger(HopChain chain, TrustedServers trusted) {
    var relays = chain.hops().stream().filter(Hop::relay).toList();
    for (int i = 0; i < relays.size(); i++) {
      var below =
          i + 1 < relays.size()
              ? Optional.of(relays.get(i + 1).received())
              : Optional.<Received>empty();
      if (HandOver.of(relays.get(i).received(), below, trusted) == HandOver.STRANGER) {
        return Optional.of(at(relays.get(i), Basis.TRUSTED));
      }
    }
    return Optional.empty();
  }

  private static Border at(Hop hop, Basis basis) {
    var step = hop.received();
    return new Border(step.fromIp(), step.fromHelo(), step.fromRdns(), hop.index(), basis);
  }
}
