package org.whence.ip;

import java.net.InetAddress;
import org.xbill.DNS.Name;
import org.xbill.DNS.ReverseMap;

/// The name under which the names of an address are published.
public final class ReverseName {
  private ReverseName() {}

  /// The absolute name: octets in reverse below `in-addr.arpa` (RFC 1035, 3.5), nibbles in reverse
  /// below `ip6.arpa` (RFC 3596, 2.5).
  public static Name of(InetAddress address) {
    return ReverseMap.fromAddress(address);
  }

  /// The same name as text, without the root dot.
  public static String text(InetAddress address) {
    return of(address).toString(true);
  }

  /// What stands in front of the zone of reverse names, as other zones are asked about an address
  /// too (RFC 5782, 2.1 and 2.4).
  public static String labels(InetAddress address) {
    var text = text(address);
    return text.substring(0, text.lastIndexOf('.', text.lastIndexOf('.') - 1));
  }
}
