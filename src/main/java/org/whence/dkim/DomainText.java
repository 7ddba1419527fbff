package org.whence.dkim;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.whence.dns.ALabel;
import org.whence.dns.Names;
import org.whence.ip.Ascii;

/// Domains and selectors in tags (RFC 6376, 3.5; RFC 8616, 5).
final class DomainText {
  private DomainText() {}

  /// The domain with A-labels.
  ///
  /// Underscores are taken: they are no letters of host names, but names of keys have them.
  ///
  /// @param octets a character an octet; UTF-8 beyond ASCII
  /// @param leastLabels how many labels it must have
  /// @return empty where it is no name
  static Optional<String> read(String octets, int leastLabels) {
    var name = ALabel.domain(utf8(octets));
    var labels = 1;
    for (var i = 0; i < name.length(); i++) {
      var c = name.charAt(i);
      if (c == '.') {
        labels++;
      } else if (!Ascii.isLetterOrDigit(c) && c != '-' && c != '_') {
        return Optional.empty();
      }
    }
    return labels >= leastLabels && !name.endsWith(".") && Names.labels(name).isPresent()
        ? Optional.of(name)
        : Optional.empty();
  }

  /// The octets as text.
  static String utf8(String octets) {
    for (var i = 0; i < octets.length(); i++) {
      if (octets.charAt(i) >= 0x80) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
      }
    }
    return octets;
  }

  /// Whether a domain is another one or lies below it.
  static boolean isWithin(String domain, String parent) {
    var lower = domain.toLowerCase(Locale.ROOT);
    var above = parent.toLowerCase(Locale.ROOT);
    return lower.equals(above) || lower.endsWith("." + above);
  }
}
