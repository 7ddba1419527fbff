package org.whence.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.whence.dns.ALabel;
import org.whence.dns.Names;
import org.whence.ip.AddressLiteral;
import org.xbill.DNS.Name;

/// A document that may be fetched.
///
/// @param host the server's name
/// @param path the path with its query, in ASCII
record Target(Name host, String path) {
  private static final int USUAL_PORT = 443;
  private static final int ONE_LABEL_AND_ROOT = 2;

  /// Reads a URI; empty where it may not be fetched.
  static Optional<Target> of(String text) {
    try {
      var uri = new URI(withALabels(text.strip()));
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
          .filter(name -> name.labels() > ONE_LABEL_AND_ROOT)
          .map(name -> new Target(name, ascii(path + query)));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /// The URI with its authority in A-labels, as a person may have copied it in U-labels.
  private static String withALabels(String text) {
    var start = text.indexOf("://") + 3;
    var end = start;
    while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return start < 3
        ? text
        : text.substring(0, start)
            + ALabel.domain(text.substring(start, end))
            + text.substring(end);
  }

  /// What is beyond ASCII as octets of UTF-8 in hexadecimal digits (RFC 3987, 3.1). A path may
  /// begin with two slashes, so this is no URI by itself.
  private static String ascii(String path) {
    var out = new StringBuilder();
    for (var octet : path.getBytes(StandardCharsets.UTF_8)) {
      if (octet >= 0) {
        out.append((char) octet);
      } else {
        out.append('%').append(String.format(Locale.ROOT, "%02X", octet));
      }
    }
    return out.toString();
  }

  private static String lower(String scheme) {
    return scheme == null ? "" : scheme.toLowerCase(Locale.ROOT);
  }

  String hostText() {
    return Names.text(host);
  }
}
