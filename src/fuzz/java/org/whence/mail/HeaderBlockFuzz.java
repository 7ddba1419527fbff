package org.whence.mail;

import java.util.List;
import java.util.Optional;

/// Any octets at all are a header block, and its fields lie side by side.
public final class HeaderBlockFuzz {
  private HeaderBlockFuzz() {}

  /// What the fuzzer calls.
  public static void fuzzerTestOneInput(byte[] octets) {
    var message = Message.read(octets);
    var at = message.headerStart();
    for (var field : message.fields()) {
      if (field.start() != at || field.end() <= at) {
        throw new IllegalStateException("fields leave a gap at " + at);
      }
      at = field.end();
      field.rawValue();
      EncodedWords.decode(field.shown());
    }
    Authors.of(message);
    Belief.of(message, List.of("mx.example"), Optional.empty());
    Border.find(HopChain.of(message), TrustedServers.of(List.of("192.0.2.0/24", "mx.example")));
  }
}
