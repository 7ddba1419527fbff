package org.whence.mail;

import java.nio.charset.StandardCharsets;

/// Any octets at all are a date or none, and a date that is told is one.
public final class DateFuzz {
  private DateFuzz() {}

  /// What the fuzzer calls.
  public static void fuzzerTestOneInput(byte[] octets) {
    MailDate.parse(new String(octets, StandardCharsets.ISO_8859_1)).ifPresent(MailDate::instant);
  }
}
