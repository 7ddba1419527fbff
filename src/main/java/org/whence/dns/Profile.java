package org.whence.dns;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.whence.dns.AddressUri.Scheme;

/// A resolver that has a name: those of vSMTP, the operating system's, and the user's own
/// ([Profiles]).
///
/// @param name as it is given to `--resolver`
/// @param servers URIs in the order in which they are asked; empty where the operating system has
///   none
/// @param authority a file of authorities (PEM) that are trusted for it beside the platform's
public record Profile(String name, List<String> servers, Optional<Path> authority) {
  static final String SYSTEM = "system";

  /// Public resolvers, by the addresses and names that their operators publish.
  private static final List<Public> PUBLIC =
      List.of(
          new Public(
              "google",
              "dns.google",
              "8.8.8.8",
              "8.8.4.4",
              "2001:4860:4860::8888",
              "2001:4860:4860::8844"),
          new Public(
              "cloudflare",
              "cloudflare-dns.com",
              "1.1.1.1",
              "1.0.0.1",
              "2606:4700:4700::1111",
              "2606:4700:4700::1001"),
          new Public(
              "quad9", "dns.quad9.net", "9.9.9.9", "149.112.112.112", "2620:fe::fe", "2620:fe::9"));

  private record Public(String name, String serverName, List<String> addresses) {
    Public(String name, String serverName, String... addresses) {
      this(name, serverName, List.of(addresses));
    }

    Stream<Profile> profiles() {
      return Stream.of(
          new Profile(name, uris(Scheme.UDP, Optional.empty())),
          new Profile(name + "_tls", uris(Scheme.TLS, Optional.of(serverName))),
          new Profile(name + "_https", each(this::https)));
    }

    private List<String> uris(Scheme scheme, Optional<String> as) {
      return each(host -> AddressUri.of(scheme, host, as));
    }

    /// At the addresses, so that nobody has to look up the name.
    private HttpsUri https(InetAddress host) {
      return new HttpsUri(serverName, HttpsUri.PORT, HttpsUri.USUAL_PATH, Optional.of(host));
    }

    private List<String> each(Function<InetAddress, ServerUri> uri) {
      return addresses.stream()
          .map(text -> Endpoint.address(text).orElseThrow())
          .map(host -> uri.apply(host).canonical())
          .toList();
    }
  }

  public Profile {
    servers = List.copyOf(servers);
  }

  private Profile(String name, List<String> servers) {
    this(name, servers, Optional.empty());
  }

  /// The profiles of the program, with the operating system's servers as they are now.
  public static List<Profile> all() {
    var system = SystemServers.now().stream().map(server -> server.uri(Scheme.UDP.text())).toList();
    return Stream.concat(
            Stream.of(new Profile(SYSTEM, system)), PUBLIC.stream().flatMap(Public::profiles))
        .toList();
  }

  /// Their names, in the order in which they are listed.
  public static List<String> names() {
    return Stream.concat(
            Stream.of(SYSTEM), PUBLIC.stream().flatMap(Public::profiles).map(Profile::name))
        .toList();
  }
}
