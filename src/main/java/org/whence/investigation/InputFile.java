package org.whence.investigation;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads the user's files. What cannot be read is an [IOException] whose message is one line: the
/// file, the cause, the way out. It has the file's name in it, which is hostile.
public final class InputFile {
  private InputFile() {}

  /// Whether there is such a file or folder.
  public static boolean exists(Path file) {
    return !file.toString().isEmpty() && Files.exists(file);
  }

  /// Reads a file and recognises what is in it.
  public static Input read(Path file) throws IOException {
    return InputReader.read(Given.of(Source.file(file), contents(file)));
  }

  /// What is in a file; see [Contents#read].
  public static Contents contents(Path file) throws IOException {
    return telling(
        file,
        () -> {
          try (var in = Files.newInputStream(file)) {
            return Contents.read(in, Files.size(file));
          }
        });
  }

  /// The octets of a file that is a container or a case, as many as are looked at of one.
  public static byte[] octets(Path file) throws IOException {
    return contents(file).octets();
  }

  /// Reads of a file.
  interface Reads<T> {
    T read() throws IOException;
  }

  /// Does what reads a file, and tells in one line why it cannot be read.
  static <T> T telling(Path file, Reads<T> reads) throws IOException {
    try {
      return reads.read();
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": no such file; check its name and folder", e);
    } catch (IOException e) {
      throw new IOException(file + ": " + why(file, e), e);
    }
  }

  /// Looked at only then, for looking takes as long as opening.
  private static String why(Path file, IOException trouble) {
    if (Files.isDirectory(file)) {
      return "is a folder; name a file in it";
    }
    return trouble instanceof AccessDeniedException
        ? "must not be read by you; check its permissions"
        : "cannot be read (" + trouble.getMessage() + "); copy it elsewhere and try again";
  }
}
