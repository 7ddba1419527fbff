package org.whence.investigation;

import java.io.IOException;
import java.util.List;

/// A file has no mail where one was asked for. Its message is one line; what was opened tells why,
/// to whoever has words for it.
public final class NoMailException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient List<Opened> opened;

  NoMailException(String message, List<Opened> opened) {
    super(message);
    this.opened = List.copyOf(opened);
  }

  /// What the file is instead, or the containers in it of which something was left out.
  public List<Opened> opened() {
    return opened;
  }
}
