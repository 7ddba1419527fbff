package org.whence.casefile;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A file that cannot be written. Its message is one line for people: the file, why, and the way
/// out.
public final class FileProblem extends IOException {
  private static final long serialVersionUID = 1L;

  private FileProblem(String message) {
    super(message);
  }

  static FileProblem of(Path file, IOException cause) {
    if (cause instanceof FileProblem known) {
      return known;
    }
    var problem =
        new FileProblem(file + ": cannot be written: " + cause(cause) + "; choose another place");
    problem.initCause(cause);
    return problem;
  }

  static FileProblem taken(Path file) {
    return new FileProblem(file + ": is there already; choose another name");
  }

  /// Why, in a few words.
  static String cause(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "its folder does not exist";
      case AccessDeniedException _ -> "permission denied";
      case FileSystemException system when system.getReason() != null -> system.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
