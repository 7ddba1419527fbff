package org.whence.investigation;

import java.io.IOException;
import java.util.Objects;
import org.whence.mail.HopChain;

/// Any octets at all are an input, and nothing that is read of it is thrown.
public final class InputFuzz {
  private InputFuzz() {}

  /// What the fuzzer calls first: what is loaded, and instrumented, here is in no input's time.
  public static void fuzzerInitialize() throws IOException {
    try (var sample = InputFuzz.class.getResourceAsStream("/org/whence/sample/case.eml")) {
      fuzzerTestOneInput(Objects.requireNonNull(sample).readAllBytes());
    }
  }

  /// What the fuzzer calls.
  public static void fuzzerTestOneInput(byte[] octets) {
    var input = InputReader.read(Source.STDIN, octets);
    if (input.recognised() instanceof Recognised.Mail(var message, _)) {
      message.subject();
      message.from();
      HopChain.of(message);
    }
  }
}
