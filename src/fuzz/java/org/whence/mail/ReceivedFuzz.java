package org.whence.mail;

import java.nio.charset.StandardCharsets;

/// Any octets at all are a Received field, and what it says can be held against another one.
public final class ReceivedFuzz {
  private ReceivedFuzz() {}

  /// What the fuzzer calls.
  public static void fuzzerTestOneInput(byte[] octets) {
    var text = new String(octets, StandardCharsets.ISO_8859_1);
    ReceivedParser.parse(text).with().ifPresent(Protocol::of);
    ReceivedParser.parse(new String(octets, StandardCharsets.UTF_8));
    ReceivedSpf.parse(text);
  }
}
