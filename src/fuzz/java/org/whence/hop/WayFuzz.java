package org.whence.hop;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.whence.mail.HopChain;
import org.whence.mail.Message;

/// Any lines at all are the way of a message.
public final class WayFuzz {
  private static final String USUAL =
      """
      from a.example (a.example [192.0.2.1]) by b.example with ESMTPS; Mon, 23 Nov 2026 10:00:05 +0000
      from [10.0.0.1] (helo=x) by a.example with smtp id 1; Mon, 23 Nov 2026 10:00:00 +0000
      """;

  private WayFuzz() {}

  /// What the fuzzer calls first. All classes are loaded, and instrumented, before the time of an
  /// input is measured: on a busy machine that alone would end the run.
  public static void fuzzerInitialize() {
    fuzzerTestOneInput(USUAL.getBytes(StandardCharsets.ISO_8859_1));
  }

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
