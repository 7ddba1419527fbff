package org.whence.gui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.whence.dns.History;
import org.whence.investigation.InputFile;

/// Keys of signatures as a recording has them of then.
///
/// @param octets the recording, to be kept with a case, not to be written into
/// @param history what it holds
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
record KeysOfThen(byte[] octets, History history) {
  /// None.
  static final KeysOfThen NONE = new KeysOfThen(new byte[0], History.NONE);

  /// Reads a recording.
  ///
  /// @throws IOException in one line, where it cannot be read
  static KeysOfThen read(Path recording, Instant now) throws IOException {
    var octets = InputFile.octets(recording);
    var name = String.valueOf(recording.getFileName());
    try {
      return new KeysOfThen(octets, History.of(octets, name, now));
    } catch (IOException e) {
      throw new IOException(recording + ": " + e.getMessage(), e);
    }
  }
}
