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
    return resolver instanceof ServerResolver asker
        ? asker.servers().stream().map(server -> server.first().server()).toList()
        : List.of();
  }

  /// Closes what is kept open to servers.
  void close() {
    if (resolver instanceof ServerResolver servers) {
      servers.close();
    }
  }
}
