package org.whence.dns;

import java.io.IOException;
import java.net.PortUnreachableException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Messages of one line, out of whatever the system, a library or a file made of them.
final class OneLine {
  private OneLine() {}

  /// The text with everything that could break the line, or act on a terminal, made visible.
  static String of(String text) {
    var line = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (isHarmless(c)) {
            line.appendCodePoint(c);
          } else {
            line.append("<U+%04X>".formatted(c));
          }
        });
    return line.toString();
  }

  private static boolean isHarmless(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  /// The trouble with a file, in one line that names it.
  static IOException about(Path file, IOException trouble) {
    return new IOException(of(file.toString()) + ": " + cause(trouble), trouble);
  }

  /// Why a file could not be read or written, or a server not reached, in words.
  static String cause(IOException trouble) {
    return switch (trouble) {
      case NoSuchFileException _ -> "no such file; check its name and folder";
      case AccessDeniedException _ -> "permission denied; check its permissions";
      case PortUnreachableException _ -> "Connection refused";
      default -> {
        var message = trouble.getMessage();
        yield message == null ? trouble.getClass().getSimpleName() : of(message);
      }
    };
  }
}
