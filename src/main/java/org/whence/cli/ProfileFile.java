package org.whence.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whence.dns.Profiles;

/// The file of a user's resolver profiles, where there is one.
record ProfileFile(Optional<Path> file) {
  /// The file that was named, or else the one among the user's settings.
  ///
  /// @param environment the process's, which tells where settings are
  static ProfileFile of(@Nullable Path named, Map<String, String> environment) {
    return new ProfileFile(
        Optional.ofNullable(named).or(() -> Profiles.usualFile(environment).filter(Files::exists)));
  }

  Profiles read() throws CommandException {
    try {
      return file.isPresent() ? Profiles.read(file.get()) : Profiles.none();
    } catch (IOException e) {
      throw CommandException.of(ExitStatus.IO, e);
    }
  }

  String name() {
    return file.map(Path::toString).orElse("");
  }
}
