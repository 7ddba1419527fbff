package org.whence.receiver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The profiles that come with the program, and those in files.
public final class Profiles {
  private static final List<String> BUNDLED =
      List.of(
          "vsmtp",
          "postfix",
          "postfix-reverse",
          "exim",
          "exim-defer-ok",
          "stalwart-relaxed",
          "stalwart-strict",
          "authentication-milter",
          "rspamd",
          "dmarc-strict");

  private Profiles() {}

  /// All that come with the program, in the order in which they are shown.
  public static List<Profile> bundled() {
    return Holder.ALL;
  }

  /// The profile of a name.
  public static Optional<Profile> named(String name) {
    return bundled().stream().filter(profile -> profile.name().equals(name)).findFirst();
  }

  /// A profile of the analyst's own.
  ///
  /// @throws IOException if it cannot be read or used; the message tells which line and why
  public static Profile read(Path file) throws IOException {
    if (Files.size(file) > 4L * ProfileParser.MAX_SIZE) {
      throw new ProfileProblem(
          file.toString(), 0, "is longer than " + ProfileParser.MAX_SIZE + " characters");
    }
    try {
      return ProfileParser.parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (CharacterCodingException e) {
      throw new ProfileProblem(file.toString(), 0, "is no text in UTF-8");
    }
  }

  private static final class Holder {
    static final List<Profile> ALL = BUNDLED.stream().map(Holder::load).toList();

    private static Profile load(String name) {
      try (InputStream in = Profiles.class.getResourceAsStream(name + ".profile")) {
        if (in == null) {
          throw new IllegalStateException(name + ".profile is not in the program");
        }
        return ProfileParser.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
