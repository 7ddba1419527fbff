package org.whence.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whom a resolver's text means: a profile by its name, or servers by URIs separated by commas,
/// `udp://ADDRESS[:PORT]` or `tcp://ADDRESS[:PORT]`, IPv6 in brackets. A URI holds an address, for
/// there is nobody yet to look up a name; `localhost` is 127.0.0.1.
///
/// @param named whether these are URIs
record ResolverAddress(List<Server> servers, String description, boolean named) {
  private static final Pattern URI =
      Pattern.compile(
          "(?<scheme>udp|tcp)://(?:\\[(?<six>[^\\]]*)\\]|(?<host>[^:\\[\\]/]*))(?::(?<port>\\d{1,5}))?/?",
          Pattern.CASE_INSENSITIVE);
  private static final int LARGEST_PORT = 65_535;

  /// @throws ResolverProblem in one line with the way out, if the text means nobody
  static ResolverAddress parse(String text) throws ResolverProblem {
    var trimmed = text.strip();
    if (isUri(trimmed)) {
      return ofUris(trimmed);
    }
    var servers = Profile.servers(trimmed);
    if (servers.isEmpty()) {
      throw new ResolverProblem(
          trimmed.isEmpty() ? "resolver" : trimmed,
          "unknown resolver; use "
              + String.join(", ", Profile.names())
              + ", udp://ADDRESS:PORT or tcp://ADDRESS:PORT");
    }
    return ofProfile(trimmed, servers.get());
  }

  private static boolean isUri(String text) {
    return text.regionMatches(true, 0, "udp:", 0, 4) || text.regionMatches(true, 0, "tcp:", 0, 4);
  }

  static ResolverAddress ofProfile(String name, List<Endpoint> endpoints) throws ResolverProblem {
    if (endpoints.isEmpty()) {
      throw new ResolverProblem(
          name, "no name server configured; name one, such as --resolver udp://192.0.2.53:53");
    }
    var hosts = endpoints.stream().map(ResolverAddress::shown).collect(Collectors.joining(", "));
    var servers = endpoints.stream().map(Server::udp).toList();
    return new ResolverAddress(servers, name + " (" + hosts + ")", false);
  }

  private static String shown(Endpoint endpoint) {
    var uri = endpoint.uri("");
    return endpoint.port() == Endpoint.DNS_PORT
        ? endpoint.hostText()
        : uri.substring("://".length());
  }

  private static ResolverAddress ofUris(String text) throws ResolverProblem {
    var servers = new ArrayList<Server>();
    for (var uri : text.split(",", -1)) {
      servers.add(server(uri.strip()));
    }
    var uris = servers.stream().map(server -> server.first().server());
    return new ResolverAddress(servers, uris.collect(Collectors.joining(", ")), true);
  }

  private static Server server(String uri) throws ResolverProblem {
    var parts = URI.matcher(uri);
    if (!parts.matches()) {
      throw new ResolverProblem(
          uri, "not a resolver's URI; use udp://192.0.2.53:53 or tcp://[2001:db8::53]:53");
    }
    var endpoint = endpoint(uri, parts);
    return switch (parts.group("scheme").toLowerCase(Locale.ROOT)) {
      case "udp" -> Server.udp(endpoint);
      default -> Server.tcp(endpoint);
    };
  }

  private static Endpoint endpoint(String uri, Matcher parts) throws ResolverProblem {
    var port =
        parts.group("port") == null ? Endpoint.DNS_PORT : Integer.parseInt(parts.group("port"));
    if (port < 1 || port > LARGEST_PORT) {
      throw new ResolverProblem(uri, "not a port; use 1 to " + LARGEST_PORT);
    }
    var literal = parts.group("six") == null ? parts.group("host") : parts.group("six");
    var host = Endpoint.address(literal.equalsIgnoreCase("localhost") ? "127.0.0.1" : literal);
    if (host.isEmpty() || literal.contains(":") == (parts.group("six") == null)) {
      throw new ResolverProblem(uri, "not an address; use udp://192.0.2.53:53");
    }
    return new Endpoint(host.get(), port);
  }
}
