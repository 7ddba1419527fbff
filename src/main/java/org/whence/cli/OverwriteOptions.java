package org.whence.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What becomes of files that are there already: whoever sits at a terminal is asked. Programs that
/// write to one name again and again are not held up, as they are by no tool that writes to a file.
final class OverwriteOptions {
  @Option(
      names = "--overwrite",
      negatable = true,
      description = {
        "replace files that are there already, or never do. Default: asks at a terminal,",
        "and replaces where there is none. A case is never replaced"
      })
  @Nullable Boolean overwrite;

  /// Asks whether files that hold something may go, where somebody is to be asked.
  ///
  /// @throws CommandException where one may not
  void check(List<Path> files, Console console) throws CommandException {
    if (Boolean.TRUE.equals(overwrite)) {
      return;
    }
    for (var file : files) {
      if (holdsSomething(file) && !mayGo(file, console)) {
        throw new CommandException(
            ExitStatus.IO,
            file + ": is there already, and was left; name another file, or say --overwrite");
      }
    }
  }

  private boolean mayGo(Path file, Console console) {
    return overwrite == null
        && console
            .answer("'%s' is there already. Replace it? [y/N] ", file.toString())
            .map(answer -> answer.strip().matches("(?i)y(es)?"))
            .orElse(true);
  }

  /// Nothing is lost of an empty file, such as `mktemp` makes, and of what is none.
  private static boolean holdsSomething(Path file) throws CommandException {
    try {
      return Files.isRegularFile(file) && Files.size(file) > 0;
    } catch (IOException e) {
      throw CommandException.of(ExitStatus.IO, e);
    }
  }
}
