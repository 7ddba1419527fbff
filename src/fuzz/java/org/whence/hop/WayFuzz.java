package org.whence.hop;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.whence.mail.HopChain;
import org.whence.mail.Message;

/// Any lines at all are the way of a message.
public final class WayFuzz {
  private WayFuzz() {}

  /// What the fuzzer calls.
  public static void fuzzerTestOneInput(byte[] octets) {
    var header = new StringBuilder();
    new String(octets, StandardCharsets.ISO_8859_1)
        .lines()
        .forEach(line -> header.append("Received: ").append(line).append('\n'));
    var message = Message.read(header.toString().getBytes(StandardCharsets.ISO_8859_1));
    WayReader.read(
        new WayRequest(
            message, HopChain.of(message), Instant.EPOCH, Optional.of(0), String::endsWith));
  }
}
