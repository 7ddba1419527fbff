package org.whence.dns;

/// Where answers come from.
///
/// @param description in one line
/// @param named whether the user named it: their files, or a server by its address
/// @param live whether answers come from a network: only they are worth a cache
record Source(Resolver resolver, String description, boolean named, boolean live) {
  /// Closes what is kept open to servers.
  void close() {
    if (resolver instanceof ServerResolver servers) {
      servers.close();
    }
  }
}
