package org.whence.dmarc;

import java.util.Locale;
import java.util.Optional;
import org.whence.chain.Value;
import org.whence.dns.ALabel;
import org.whence.dns.Names;
import org.whence.ip.AddressLiteral;
import org.xbill.DNS.Name;

/// Domains as they come out of messages.
final class AuthorDomain {
  private AuthorDomain() {}

  /// The name, in A-labels and lower case (RFC 9989, 5.3.1); empty where this is none: an address
  /// literal, an address in digits, an empty label.
  static Optional<Name> name(String text) {
    var domain = text.strip().toLowerCase(Locale.ROOT);
    return domain.startsWith("[") || AddressLiteral.find(domain).isPresent()
        ? Optional.empty()
        : Names.labels(ALabel.domain(domain));
  }

  /// The domain as a value; text where it is no name.
  static Value value(String text) {
    return name(text)
        .<Value>map(name -> Value.domain(Names.text(name)))
        .orElseGet(() -> Value.of(text));
  }

  /// The domain in A-labels without the root dot; as it is where it is no name.
  static String text(String text) {
    return name(text).map(Names::text).orElse(text);
  }
}
