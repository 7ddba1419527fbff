package org.whence.dmarc;

import java.io.IOException;
import java.nio.file.Path;

/// Where public suffix lists come from.
public final class SuffixLists {
  private SuffixLists() {}

  /// The list that comes with the program.
  public static SuffixList bundled() {
    return Bundled.LIST;
  }

  /// A list in a file, as publicsuffix.org publishes it.
  ///
  /// @throws IOException if it cannot be read or is no list; the message names it
  public static SuffixList read(Path file) throws IOException {
    return SuffixFile.read(file);
  }

  /// A list that was kept.
  ///
  /// @param text as publicsuffix.org publishes it
  /// @param name what it is called
  public static SuffixList of(String text, String name) {
    return new SuffixFile(text, name);
  }

  /// Made when it is first needed: immutable, and the look at Guava's date takes a while.
  private static final class Bundled {
    static final SuffixList LIST = new GuavaSuffixes();
  }
}
