package org.whence.hop;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.whence.dns.ALabel;
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

  private final BiPredicate<String, String> related;

  /// @param related whether two domains, in A-labels, are of one organization
  Neighbours(BiPredicate<String, String> related) {
    this.related = related;
  }

  /// Holds a step against the one before it.
  Continuity of(Received older, Received newer) {
    var servers = servers(older);
    var clients = clients(newer);
    if (isSame(older, newer, servers, clients)) {
      return Continuity.SAME;
    }
    if (isWithin(newer)) {
      return Continuity.WITHIN;
    }
    if (servers.stream().anyMatch(one -> clients.stream().anyMatch(other -> fits(one, other)))) {
      return Continuity.ORGANIZATION;
    }
    // A name is held against names, an address against addresses; one tells nothing of the other.
    var byName =
        servers.stream().anyMatch(Neighbours::isPublic)
            && clients.stream().anyMatch(Neighbours::isPublic);
    var byAddress = servers.isEmpty() && isPublic(older.byIp()) && isPublic(newer.fromIp());
    return byName || byAddress ? Continuity.GAP : Continuity.UNTOLD;
  }

  private static boolean isSame(
      Received older, Received newer, List<String> servers, List<String> clients) {
    return clients.stream().anyMatch(servers::contains)
        || (older.byIp().isPresent() && older.byIp().equals(newer.fromIp()));
  }

  /// Whether the client of a step is its own host.
  static boolean isWithin(Received step) {
    return step.fromIp().filter(ip -> ip.isLoopbackAddress()).isPresent()
        || (step.fromIp().isEmpty()
            && clients(step).stream().anyMatch(name -> name.equals("localhost")));
  }

  /// One of one organization with the other, or the same host with and without its domain.
  private boolean fits(String one, String other) {
    var first = one.indexOf('.') < 0 ? one : other;
    var second = first.equals(one) ? other : one;
    return first.indexOf('.') < 0
        ? second.startsWith(first + ".")
        : isPublic(one) && isPublic(other) && related.test(one, other);
  }

  /// The name of a step's server, comparable.
  static List<String> servers(Received step) {
    return step.by().flatMap(Neighbours::comparable).stream().toList();
  }

  /// The names that a step has for its client, comparable: looked up, told, and in front.
  static List<String> clients(Received step) {
    return Stream.of(step.fromRdns(), step.fromHelo(), step.fromName())
        .flatMap(Optional::stream)
        .flatMap(name -> comparable(name).stream())
        .distinct()
        .toList();
  }

  /// A name in A-labels, lower case, without the dot of the root.
  static String plain(String name) {
    var lower = ALabel.domain(name).toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /// The same; empty for an address.
  private static Optional<String> comparable(String name) {
    var bare = plain(name);
    var isName =
        bare.chars().anyMatch(c -> c >= 'a' && c <= 'z')
            && bare.chars().noneMatch(c -> c == ':' || c == '[' || c == '@');
    return isName && !bare.equals("unknown") ? Optional.of(bare) : Optional.empty();
  }

  private static boolean isPublic(String name) {
    var dot = name.lastIndexOf('.');
    return dot > 0 && !INSIDE.contains(name.substring(dot + 1)) && !name.endsWith(".home.arpa");
  }

  private static boolean isPublic(Optional<java.net.InetAddress> address) {
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
