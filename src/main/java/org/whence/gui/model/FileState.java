package org.whence.gui.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/// How a file was when it was read or written, to tell whether somebody else wrote it since.
record FileState(Path file, long size, FileTime changed) {
  static FileState of(Path file) throws IOException {
    return new FileState(file, Files.size(file), Files.getLastModifiedTime(file));
  }

  /// Whether it is still as it was; one that is gone is nobody's.
  boolean holds() throws IOException {
    return !Files.exists(file) || equals(of(file));
  }
}
