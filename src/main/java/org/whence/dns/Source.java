package org.whence.dns;

import java.util.List;

/// Where answers come from.
///
/// @param description in one line
/// @param named whether the user named it: their files, or a server by its address
/// @param live whether answers come from a network: only they are worth a cache
record Source(Resolver resolver, String description, boolean named, boolean live) {
  /// The servers, as URIs in the order in which they are asked; none where nothing is sent.
  List<String> servers() {
    return switch (resolver) {
      case ServerResolver servers -> servers.uris();
      case Validator validator -> validator.servers();
      default -> List.of();
    };
  }

  /// Closes what is kept open to servers.
  void close() {
    switch (resolver) {
      case ServerResolver servers -> servers.close();
      case Validator validator -> validator.close();
      default -> {}
    }
  }
}
