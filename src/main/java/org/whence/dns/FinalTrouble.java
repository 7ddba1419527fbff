package org.whence.dns;

import java.io.IOException;

/// Trouble with a server that asking it again would only meet again, such as its certificate.
final class FinalTrouble extends IOException {
  private static final long serialVersionUID = 1L;

  FinalTrouble(String message) {
    super(message);
  }

  FinalTrouble(String message, Throwable cause) {
    super(message, cause);
  }
}
