package org.whence.ip;

import java.net.InetAddress;
import java.util.Optional;

/// An IP address as somebody wrote it.
///
/// @param address the address; IPv4 where IPv4-mapped IPv6 was written (RFC 4291, 2.5.5.2)
/// @param text the text as written, printable ASCII
/// @param zone the zone id (RFC 4007, 11), which means something on the writer's machine alone and
///   is dropped; whoever shows the address says so
/// @param mapped whether it was written as IPv4-mapped IPv6
public record AddressLiteral(
    InetAddress address, String text, Optional<String> zone, boolean mapped) {

  /// What came of reading a text.
  public sealed interface Parsed {
    /// It is an address.
    record Accepted(AddressLiteral literal) implements Parsed {}

    /// It is none.
    ///
    /// @param text the text as given, hostile until it is escaped for its place
    /// @param detail what [AddressProblem] names at the problem, a part of the text or a number;
    ///   empty where it names nothing
    record Rejected(String text, AddressProblem problem, String detail) implements Parsed {}
  }

  /// Reads a dotted quad, any form of RFC 4291, 2.2, either in `[]`, IPv6 with the tag `IPv6:` in
  /// any case (RFC 5321, 4.1.3) and with a zone id. Nothing else stands in the text, no blank
  /// either.
  ///
  /// @return [Parsed.Rejected] for everything else; never throws
  public static Parsed parse(String text) {
    return new LiteralReader(text).read();
  }

  /// The literal, or empty where the text is none.
  public static Optional<AddressLiteral> find(String text) {
    // Nearly all that is asked about is a name.
    var mayBe =
        text.indexOf(':') >= 0
            || (!text.isEmpty() && (text.charAt(0) == '[' || Ascii.isDigit(text.charAt(0))));
    if (!mayBe) {
      return Optional.empty();
    }
    return switch (parse(text)) {
      case Parsed.Accepted(var literal) -> Optional.of(literal);
      case Parsed.Rejected _ -> Optional.empty();
    };
  }
}
