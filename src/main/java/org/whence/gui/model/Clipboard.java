package org.whence.gui.model;

/// Where copies go.
@FunctionalInterface
public interface Clipboard {
  /// Puts text there.
  void put(String text);
}
