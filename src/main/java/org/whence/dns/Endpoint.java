package org.whence.dns;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a server is.
record Endpoint(InetAddress host, int port) {
  static final int DNS_PORT = 53;

  private static final int GROUPS = 8;
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern IPV6 =
      Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*(?:%[0-9A-Za-z._-]+)?");

  /// Reads an address literal: four decimal numbers without leading zeros, or IPv6 (RFC 4291, 2.2)
  /// with an optional zone. This is no name, and nothing is looked up.
  static Optional<InetAddress> address(String literal) {
    // Java alone takes 192.0.513 for an address.
    if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(literal));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  InetSocketAddress socketAddress() {
    return new InetSocketAddress(host, port);
  }

  /// Such as `udp://192.0.2.53:53` or `tcp://[2001:db8::53]:53`.
  String uri(String scheme) {
    var text = hostText();
    return scheme + "://" + (text.indexOf(':') < 0 ? text : "[" + text + "]") + ":" + port;
  }

  /// The address in the form of RFC 5952, with the zone that it has.
  String hostText() {
    if (!(host instanceof Inet6Address six)) {
      return host.getHostAddress();
    }
    var javas = six.getHostAddress();
    var zone = javas.indexOf('%');
    return text(six.getAddress()) + (zone < 0 ? "" : javas.substring(zone));
  }

  /// Of several runs of zeros, the first longest is left out (RFC 5952, 4.2).
  private static String text(byte[] octets) {
    var groups = ByteBuffer.wrap(octets).asShortBuffer();
    var begin = -1;
    var length = 1;
    for (var i = 0; i < GROUPS; i++) {
      var j = i;
      while (j < GROUPS && groups.get(j) == 0) {
        j++;
      }
      if (j - i > length) {
        begin = i;
        length = j - i;
      }
    }
    var text = new StringBuilder();
    for (var i = 0; i < GROUPS; i++) {
      if (i == begin) {
        text.append("::");
        i += length - 1;
      } else {
        var first = text.isEmpty() || text.charAt(text.length() - 1) == ':';
        text.append(first ? "" : ":").append(Integer.toHexString(groups.get(i) & 0xffff));
      }
    }
    return text.toString();
  }
}
