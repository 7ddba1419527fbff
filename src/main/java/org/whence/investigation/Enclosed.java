package org.whence.investigation;

import java.io.IOException;

/// Something in a container that was not looked at yet.
public final class Enclosed {
  private final Source source;
  private final Contained contained;

  /// How it is opened.
  @FunctionalInterface
  interface Contained {
    Opened open() throws IOException;
  }

  Enclosed(Source source, Contained contained) {
    this.source = source;
    this.contained = contained;
  }

  /// What it is called in its container: hostile text.
  public Source source() {
    return source;
  }

  /// Opens it.
  ///
  /// @throws IOException in one line, where it is a file that cannot be read
  public Opened open() throws IOException {
    return contained.open();
  }
}
