package org.whence.mail;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.whence.ip.AddressLiteral;
import org.whence.ip.Ascii;

/// An address with its port as MTAs write it: `192.0.2.1`, `192.0.2.1:25`, `IPv6:2001:db8::1`,
/// `(192.0.2.1)`.
///
/// @param address the address
/// @param mapped whether it was written as IPv4-mapped IPv6
/// @param port the port, 0 to 65535
record HostText(InetAddress address, boolean mapped, Optional<Integer> port) {
  /// What programs write for "no name was found".
  private static final Set<String> NO_NAMES =
      Set.of(
          "unknown",
          "unverified",
          "verified",
          "unknown.domain",
          "unknownhost",
          "softdnserr",
          "nodnsquery",
          "no.name.available",
          "helo",
          "ehlo",
          "lhlo");

  /// The address that the whole text is.
  static Optional<HostText> of(String value) {
    // RFC 5322, 3.4.1: blanks may stand within the brackets of a literal.
    var text = value.strip();
    var bare =
        text.length() > 2 && text.startsWith("(") && text.endsWith(")")
            ? text.substring(1, text.length() - 1)
            : text;
    var found = AddressLiteral.find(bare);
    if (found.isPresent()) {
      return found.map(literal -> of(literal, Optional.empty()));
    }
    // One colon: IPv4 and a port. (IPv6 needs a bracket between, and the port is a token then.)
    var colon = bare.indexOf(':');
    if (colon < 0 || colon != bare.lastIndexOf(':')) {
      return Optional.empty();
    }
    var port = port(bare.substring(colon + 1));
    return AddressLiteral.find(bare.substring(0, colon))
        .filter(literal -> port.isPresent())
        .map(literal -> of(literal, port));
  }

  private static HostText of(AddressLiteral literal, Optional<Integer> port) {
    return new HostText(literal.address(), literal.mapped(), port);
  }

  /// The number of a port.
  static Optional<Integer> port(String digits) {
    if (digits.length() > 5 || !Ascii.isDigits(digits)) {
      return Optional.empty();
    }
    return Optional.of(Integer.parseInt(digits)).filter(port -> port <= 0xFFFF);
  }

  /// A name that may have come from the DNS, without the dot of the root; empty for addresses,
  /// words that stand for no name, and what has characters that no host has.
  static Optional<String> name(String text) {
    var name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    var letters = false;
    for (int i = 0; i < name.length(); i++) {
      var c = name.charAt(i);
      letters |= Character.isLetter(c);
      // An underscore is no character of a host, but PTR records have it; U-labels have letters.
      if (!Character.isLetterOrDigit(c) && c != '-' && c != '.' && c != '_') {
        return Optional.empty();
      }
    }
    return letters && !NO_NAMES.contains(name.toLowerCase(Locale.ROOT))
        ? Optional.of(name)
        : Optional.empty();
  }
}
