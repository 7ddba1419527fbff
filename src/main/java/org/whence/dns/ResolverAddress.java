package org.whence.dns;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.whence.dns.AddressUri.Scheme;

/// Whom a resolver's text means: a profile by its name, or servers by URIs separated by commas (see
/// [ServerUri]).
///
/// @param named whether the user wrote the URIs
/// @param authority a file of authorities that are trusted for these servers too
record ResolverAddress(
    List<ServerUri> uris, String description, boolean named, Optional<Path> authority) {
  ResolverAddress {
    uris = List.copyOf(uris);
  }

  /// @throws ResolverProblem in one line with the way out, if the text means nobody
  static ResolverAddress parse(String text, Profiles profiles) throws ResolverProblem {
    var trimmed = text.strip();
    if (ServerUri.isOne(trimmed)) {
      var uris = uris(List.of(trimmed.split(",", -1)));
      var who = uris.stream().map(ServerUri::described).collect(Collectors.joining(", "));
      return new ResolverAddress(uris, who, true, Optional.empty());
    }
    var profile = profiles.find(trimmed);
    if (profile.isEmpty()) {
      throw new ResolverProblem(
          trimmed.isEmpty() ? "resolver" : trimmed,
          "unknown resolver; use "
              + String.join(", ", profiles.names())
              + ", "
              + ServerUri.EXAMPLES);
    }
    return of(profile.get(), profiles.own().contains(profile.get()));
  }

  static ResolverAddress of(Profile profile, boolean own) throws ResolverProblem {
    if (profile.servers().isEmpty()) {
      throw new ResolverProblem(
          profile.name(),
          "no name server configured; name one, such as --resolver udp://192.0.2.53:53");
    }
    var uris = uris(profile.servers());
    var who = uris.stream().map(ResolverAddress::shown).collect(Collectors.joining(", "));
    var description = profile.name() + " (" + who + ")";
    return new ResolverAddress(uris, description, own, profile.authority());
  }

  /// Of a profile in the clear, the addresses are enough.
  private static String shown(ServerUri uri) {
    if (!(uri instanceof AddressUri(var scheme, var endpoint, _)) || scheme != Scheme.UDP) {
      return uri.described();
    }
    return endpoint.port() == Endpoint.DNS_PORT
        ? endpoint.hostText()
        : endpoint.uri("").substring("://".length());
  }

  private static List<ServerUri> uris(List<String> texts) throws ResolverProblem {
    var uris = new ArrayList<ServerUri>();
    for (var text : texts) {
      uris.add(ServerUri.parse(text.strip()));
    }
    return uris;
  }

  /// The servers, not asked yet.
  List<Server> servers(Trust trust) {
    return uris.stream().map(uri -> uri.server(trust)).toList();
  }
}
