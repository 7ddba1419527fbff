package org.whence.mail;

import java.nio.charset.StandardCharsets;

/// Any octets at all are an Authentication-Results field, of ARC as well.
public final class AuthenticationResultsFuzz {
  private AuthenticationResultsFuzz() {}

  /// What the fuzzer calls.
  public static void fuzzerTestOneInput(byte[] octets) {
    var text = new String(octets, StandardCharsets.UTF_8);
    AuthenticationResultsParser.parse(text);
    AuthenticationResultsParser.parseArc(text);
  }
}
