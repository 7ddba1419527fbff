package org.whence.hop;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.whence.ip.SpecialUse;
import org.whence.mail.Received;

/// Whether the client of one step is the server of the step before it.
///
/// Names in Received fields are what hosts call themselves, and a host may have another name
/// outside. So a gap is told only where both sides have something that the public knows them by.
final class Neighbours {
  /// Domains that exist within networks alone (RFC 6761, 6762, 8375, 9476, and what is in use).
  private static final List<String> INSIDE =
      List.of("local", "localhost", "localdomain", "lan", "internal", "intranet", "corp", "home");

  private final Hosts hosts;
  private final BiPredicate<String, String> related;

  /// @param related whether two domains, in A-labels, are of one organization
  Neighbours(Hosts hosts, BiPredicate<String, String> related) {
    this.hosts = hosts;
    this.related = related;
  }

  /// Holds a step against the one before it.
  Continuity of(Received older, Received newer) {
    var server = hosts.server(older);
    var clients = hosts.clients(newer);
    if (isSame(older, newer, server, clients)) {
      return Continuity.SAME;
    }
    if (isWithin(newer)) {
      return Continuity.WITHIN;
    }
    if (server.filter(one -> clients.stream().anyMatch(other -> fits(one, other))).isPresent()) {
      return Continuity.ORGANIZATION;
    }
    // A name is held against names, an address against addresses; one tells nothing of the other.
    var byName =
        server.filter(Neighbours::isPublic).isPresent()
            && clients.stream().anyMatch(Neighbours::isPublic);
    var byAddress = server.isEmpty() && isPublic(older.byIp()) && isPublic(newer.fromIp());
    return byName || byAddress ? Continuity.GAP : Continuity.UNTOLD;
  }

  private static boolean isSame(
      Received older, Received newer, Optional<String> server, List<String> clients) {
    return server.filter(clients::contains).isPresent()
        || (older.byIp().isPresent() && older.byIp().equals(newer.fromIp()));
  }

  /// Whether the client of a step is its own host.
  static boolean isWithin(Received step) {
    return step.fromIp().filter(ip -> ip.isLoopbackAddress()).isPresent()
        || (step.fromIp().isEmpty()
            && step.fromName().filter("localhost"::equalsIgnoreCase).isPresent());
  }

  /// One of one organization with the other, or the same host with and without its domain.
  private boolean fits(String one, String other) {
    var first = one.indexOf('.') < 0 ? one : other;
    var second = first.equals(one) ? other : one;
    return first.indexOf('.') < 0
        ? second.startsWith(first + ".")
        : isPublic(one) && isPublic(other) && related.test(one, other);
  }

  /// No top-level domain is a number (RFC 3696, 2).
  private static boolean isPublic(String name) {
    var dot = name.lastIndexOf('.');
    var top = name.substring(dot + 1);
    return dot > 0
        && !INSIDE.contains(top)
        && !name.endsWith(".home.arpa")
        && !top.chars().allMatch(Character::isDigit);
  }

  private static boolean isPublic(Optional<InetAddress> address) {
    return address
        .filter(ip -> SpecialUse.of(ip).map(Neighbours::isReachable).orElse(true))
        .isPresent();
  }

  /// Documentation counts, so that samples work; 6to4 does not: within Google it stands for hosts
  /// of the inside.
  private static boolean isReachable(SpecialUse use) {
    return use.asked() && !use.name().equals("6to4");
  }
}
