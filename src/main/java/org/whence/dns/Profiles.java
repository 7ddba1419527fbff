package org.whence.dns;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The resolver profiles of a user, out of their settings file, beside those of the program.
///
/// The file is a text (UTF-8), a profile a line, as `whence resolvers` prints them: the name, then
/// URIs in the order in which they are asked ([ServerUri]), separated by blanks or commas. `ca=` at
/// a line's end names a file of authorities (PEM) that are trusted for this profile too; a relative
/// one is looked for beside the settings file. `#` begins a comment.
///
/// ```
/// # The office
/// office tls://192.0.2.53#dns.example tls://192.0.2.54#dns.example ca=office.pem
/// ```
///
/// A line that means nothing is a problem of its own, and the others count.
///
/// @param own the profiles of the file, in its order
/// @param problems the lines that mean nothing, in order
public record Profiles(List<Profile> own, List<Problem> problems) {
  /// The largest file in octets, and how many lines of it are read.
  static final int MOST_OCTETS = 1 << 20;

  static final int MOST_LINES = 10_000;

  /// A line that means nothing.
  ///
  /// @param line its number, from 1
  /// @param name the profile that it would be
  /// @param why in one line with the way out
  public record Problem(int line, String name, String why) {
    @Override
    public String toString() {
      return "line " + line + ": " + why;
    }
  }

  public Profiles {
    own = List.copyOf(own);
    problems = List.copyOf(problems);
  }

  /// No profile but those of the program.
  public static Profiles none() {
    return new Profiles(List.of(), List.of());
  }

  /// Where the settings file of a user is, whether it is there or not; empty where the environment
  /// knows no folder for it.
  ///
  /// @param environment the process's: `APPDATA` of Windows, `XDG_CONFIG_HOME`, or `HOME`
  public static Optional<Path> usualFile(Map<String, String> environment) {
    return Stream.of(
            folder(environment.get("APPDATA"), ""),
            folder(environment.get("XDG_CONFIG_HOME"), ""),
            folder(environment.get("HOME"), ".config"))
        .flatMap(Optional::stream)
        .map(folder -> folder.resolve("whence").resolve("resolvers.conf"))
        .findFirst();
  }

  /// XDG says of its folders: all of them are absolute; others are passed over.
  private static Optional<Path> folder(@Nullable String base, String below) {
    if (base == null || base.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(base, below)).filter(Path::isAbsolute);
    } catch (InvalidPathException noFolder) {
      return Optional.empty();
    }
  }

  /// Reads a settings file.
  ///
  /// @throws IOException in one line that names the file, if it cannot be read
  public static Profiles read(Path file) throws IOException {
    try {
      if (Files.isDirectory(file)) {
        throw new IOException("is a directory, not a file of resolver profiles");
      }
      if (Files.size(file) > MOST_OCTETS) {
        throw new IOException("larger than " + MOST_OCTETS + " octets; no file of profiles");
      }
      var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return parse(text, folderOf(file));
    } catch (IOException e) {
      throw new IOException(OneLine.of(file.toString()) + ": " + OneLine.cause(e), e);
    }
  }

  /// Reads the text of a settings file, as it is or as it may become.
  ///
  /// @param folder where the file is
  public static Profiles parse(String text, Path folder) {
    var own = new ArrayList<Profile>();
    var problems = new ArrayList<Problem>();
    var number = 0;
    for (var line : text.lines().limit(MOST_LINES).toList()) {
      number++;
      var content = ProfileLine.content(line);
      if (!content.isEmpty()) {
        var name = ProfileLine.name(content);
        try {
          own.add(ProfileLine.parse(content, folder, own));
        } catch (ResolverProblem e) {
          problems.add(new Problem(number, name, String.valueOf(e.getMessage())));
        }
      }
    }
    return new Profiles(own, problems);
  }

  /// Writes a settings file with a text, whole or not at all; folders that are missing are made.
  ///
  /// @throws IOException in one line that names the file, if it cannot be written
  public static void write(Path file, String text) throws IOException {
    try {
      var folder = Files.createDirectories(folderOf(file));
      var whole = Files.createTempFile(folder, "resolvers", ".new");
      try {
        Files.writeString(whole, text);
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(whole);
      }
    } catch (IOException e) {
      throw new IOException(OneLine.of(file.toString()) + ": " + OneLine.cause(e), e);
    }
  }

  private static Path folderOf(Path file) throws IOException {
    return Optional.ofNullable(file.toAbsolutePath().getParent())
        .orElseThrow(() -> new IOException("is no file; name one"));
  }

  /// The profiles of the program, then the user's.
  public List<Profile> all() {
    return Stream.concat(Profile.all().stream(), own.stream()).toList();
  }

  /// The names of all profiles, in that order.
  public List<String> names() {
    return Stream.concat(Profile.names().stream(), own.stream().map(Profile::name)).toList();
  }

  /// The profile of a name.
  ///
  /// @throws ResolverProblem if its line means nothing, with what is wrong with it
  Optional<Profile> find(String name) throws ResolverProblem {
    var found = all().stream().filter(profile -> profile.name().equals(name)).findFirst();
    if (found.isEmpty()) {
      for (var problem : problems) {
        if (problem.name().equals(name)) {
          throw new ResolverProblem(name, "in the file of resolver profiles, " + problem);
        }
      }
    }
    return found;
  }
}
