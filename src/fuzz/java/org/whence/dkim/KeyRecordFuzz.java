package org.whence.dkim;

import java.nio.charset.StandardCharsets;

/// Any octets at all are a key record, and what it holds is a key or none.
public final class KeyRecordFuzz {
  private KeyRecordFuzz() {}

  /// What the fuzzer calls.
  public static void fuzzerTestOneInput(byte[] octets) {
    var record = KeyRecord.parse(new String(octets, StandardCharsets.ISO_8859_1));
    record
        .data()
        .ifPresent(data -> {
          for (var type : KeyType.values()) {
            PublicKeys.read(type, data.octets());
          }
        });
  }
}
