package org.whence.dns;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A resolver that has a name: those of vSMTP, and the operating system's.
///
/// @param name as it is given to `--resolver`
/// @param servers URIs in the order in which they are asked; empty where the operating system has
///   none
public record Profile(String name, List<String> servers) {
  static final String SYSTEM = "system";

  /// Public resolvers, by the addresses that their operators publish.
  private static final List<Public> PUBLIC =
      List.of(
          new Public(
              "google", "8.8.8.8", "8.8.4.4", "2001:4860:4860::8888", "2001:4860:4860::8844"),
          new Public(
              "cloudflare", "1.1.1.1", "1.0.0.1", "2606:4700:4700::1111", "2606:4700:4700::1001"),
          new Public("quad9", "9.9.9.9", "149.112.112.112", "2620:fe::fe", "2620:fe::9"));

  private record Public(String name, List<Endpoint> servers) {
    Public(String name, String... addresses) {
      this(
          name,
          Stream.of(addresses)
              .map(text -> Endpoint.address(text).orElseThrow())
              .map(host -> new Endpoint(host, Endpoint.DNS_PORT))
              .toList());
    }
  }

  public Profile {
    servers = List.copyOf(servers);
  }

  /// All profiles, with the operating system's servers as they are now.
  public static List<Profile> all() {
    return names().stream()
        .map(name ->
            new Profile(
                name,
                servers(name).orElseThrow().stream().map(server -> server.uri("udp")).toList()))
        .toList();
  }

  /// The names of all profiles, in the order in which they are listed.
  static List<String> names() {
    return Stream.concat(Stream.of(SYSTEM), PUBLIC.stream().map(Public::name)).toList();
  }

  /// The servers of a profile; empty where there is no such profile.
  static Optional<List<Endpoint>> servers(String name) {
    if (name.equals(SYSTEM)) {
      return Optional.of(SystemServers.now());
    }
    return PUBLIC.stream()
        .filter(profile -> profile.name().equals(name))
        .map(Public::servers)
        .findFirst();
  }
}
