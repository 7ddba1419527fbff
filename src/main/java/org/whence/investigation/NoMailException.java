package org.whence.investigation;

import java.io.IOException;

/// A file has no mail where one was asked for. Its message is one line; what was opened tells why,
/// to whoever has words for it.
public final class NoMailException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Opened opened;

  NoMailException(String message, Opened opened) {
    super(message);
    this.opened = opened;
  }

  /// What the file is instead.
  public Opened opened() {
    return opened;
  }
}
