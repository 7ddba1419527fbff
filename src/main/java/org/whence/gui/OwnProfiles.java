package org.whence.gui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.whence.dns.Profiles;

/// The settings file with the user's resolver profiles, the same that the command line reads.
///
/// @param file where it is, whether it is there or not; empty where the system knows no folder
record OwnProfiles(Optional<Path> file) {
  static OwnProfiles ofUser() {
    return new OwnProfiles(Profiles.usualFile(System.getenv()));
  }

  String name() {
    return file.map(Path::toString).orElse("");
  }

  String text() throws IOException {
    if (!isThere()) {
      return "";
    }
    // What is no such file at all is told as where it is used.
    var _ = read();
    return new String(Files.readAllBytes(file.orElseThrow()), StandardCharsets.UTF_8);
  }

  private boolean isThere() {
    return file.filter(Files::exists).isPresent();
  }

  Profiles read() throws IOException {
    return isThere() ? Profiles.read(file.orElseThrow()) : Profiles.none();
  }

  Profiles parse(String text) {
    var folder = file.map(Path::toAbsolutePath).map(Path::getParent).orElse(Path.of(""));
    return Profiles.parse(text, folder);
  }

  void write(String text) throws IOException {
    var to =
        file.orElseThrow(
            () -> new IOException("there is no folder for settings; set HOME, or XDG_CONFIG_HOME"));
    Profiles.write(to, text);
  }
}
