/// IP addresses: reading them strictly, writing them canonically, and what is known of them without
/// asking anyone.
///
/// Literals are parsed by ourselves ([AddressLiteral]), since Java takes `192.0.513` for 192.0.2.1:
/// dotted quads without leading zeros, every form of RFC 4291, 2.2, brackets and the `IPv6:` tag of
/// RFC 5321, 4.1.3, zone ids (RFC 4007, 11). A reader returns a value or names the problem, never
/// throws, and looks at each character a bounded number of times.
///
/// An address is a [java.net.InetAddress] everywhere, and IPv4-mapped IPv6 is IPv4. Text is made by
/// [Addresses] (RFC 5952), reverse names by [ReverseName] (RFC 1035, 3.5; RFC 3596, 2.5), ranges by
/// [Cidr] (RFC 4632), special use by [SpecialUse] (IANA's registries, RFC 6890).
@NullMarked
package org.whence.ip;

import org.jspecify.annotations.NullMarked;
