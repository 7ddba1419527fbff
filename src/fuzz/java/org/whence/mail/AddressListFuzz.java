package org.whence.mail;

import java.nio.charset.StandardCharsets;

/// Any octets at all are an address list, decoded words within it as well.
public final class AddressListFuzz {
  private AddressListFuzz() {}

  /// What the fuzzer calls.
  public static void fuzzerTestOneInput(byte[] octets) {
    var text = new String(octets, StandardCharsets.UTF_8);
    AddressList.parse(text);
    EncodedWords.decode(text);
  }
}
