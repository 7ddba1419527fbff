package org.whence.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.whence.dns.Names;
import org.whence.ip.AddressLiteral;
import org.xbill.DNS.Name;

/// A document that may be fetched.
///
/// @param host the server's name
/// @param path the path with its query, in ASCII
record Target(Name host, String path) {
  private static final int USUAL_PORT = 443;

  /// Reads a URI; empty where it may not be fetched.
  static Optional<Target> of(String text) {
    try {
      var uri = new URI(text.strip());
      if (!"https".equals(lower(uri.getScheme()))
          || uri.getRawUserInfo() != null
          || uri.getHost() == null
          || (uri.getPort() != -1 && uri.getPort() != USUAL_PORT)
          || AddressLiteral.find(uri.getHost()).isPresent()) {
        return Optional.empty();
      }
      var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
      var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      return Names.parse(uri.getHost())
          .filter(name -> name.labels() > 1)
          .map(name -> new Target(name, URI.create(path + query).toASCIIString()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String lower(String scheme) {
    return scheme == null ? "" : scheme.toLowerCase(Locale.ROOT);
  }

  String hostText() {
    return Names.text(host);
  }
}
