package org.whence.investigation;

import org.whence.mail.HopChain;

/// Any octets at all are an input, and nothing that is read of it is thrown.
public final class InputFuzz {
  private InputFuzz() {}

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
