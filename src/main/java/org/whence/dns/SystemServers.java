package org.whence.dns;

import java.net.InetSocketAddress;
import java.util.List;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.config.InitializationException;
import org.xbill.DNS.config.ResolverConfigProvider;

/// The name servers that the operating system is told to ask.
final class SystemServers {
  private SystemServers() {}

  /// As they are now, in the system's order; empty where none is configured.
  static List<Endpoint> now() {
    return of(ResolverConfig.getConfigProviders());
  }

  /// Those of the first provider that knows any. dnsjava's own reading would make up a server at
  /// 127.0.0.1 where there is none.
  static List<Endpoint> of(List<ResolverConfigProvider> providers) {
    for (var provider : providers) {
      var servers = servers(provider);
      if (!servers.isEmpty()) {
        return servers;
      }
    }
    return List.of();
  }

  private static List<Endpoint> servers(ResolverConfigProvider provider) {
    if (!provider.isEnabled()) {
      return List.of();
    }
    try {
      provider.initialize();
    } catch (InitializationException notOnThisSystem) {
      return List.of();
    }
    return provider.servers().stream()
        .filter(server -> !server.isUnresolved())
        .map(SystemServers::endpoint)
        .distinct()
        .toList();
  }

  private static Endpoint endpoint(InetSocketAddress address) {
    return new Endpoint(address.getAddress(), address.getPort());
  }
}
