package org.whence.dns;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// One line of a file of profiles; see [Profiles].
final class ProfileLine {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");
  private static final Pattern AUTHORITY = Pattern.compile("(?:^|[ \\t,])ca=(.*)$");
  private static final Pattern BLANKS = Pattern.compile("[ \\t,]+");

  private ProfileLine() {}

  /// A line without its comment; `#` in the middle of a word belongs to a URI.
  static String content(String line) {
    for (var i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '#' && (i == 0 || isBlank(line.charAt(i - 1)))) {
        return line.substring(0, i).strip();
      }
    }
    return line.strip();
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /// The first word.
  static String name(String content) {
    return BLANKS.split(content, 2)[0];
  }

  /// @param before the profiles of the lines before
  static Profile parse(String content, Path folder, List<Profile> before) throws ResolverProblem {
    var name = name(content);
    if (!NAME.matcher(name).matches()) {
      throw new ResolverProblem(
          name, "no name of a profile; use up to 64 letters, digits, and . _ - within");
    }
    if (Profile.names().contains(name)) {
      throw new ResolverProblem(name, "the program has a profile of this name; use another name");
    }
    if (before.stream().anyMatch(profile -> profile.name().equals(name))) {
      throw new ResolverProblem(name, "an earlier line has this name; use another name");
    }
    var rest = content.substring(name.length());
    var authority = AUTHORITY.matcher(rest);
    var authorities = Optional.<Path>empty();
    if (authority.find()) {
      authorities = Optional.of(file(authority.group(1).strip(), folder));
      rest = rest.substring(0, authority.start());
    }
    return new Profile(name, servers(name, rest), authorities);
  }

  private static List<String> servers(String name, String words) throws ResolverProblem {
    var servers = new ArrayList<String>();
    for (var word : BLANKS.split(words, -1)) {
      if (!word.isEmpty()) {
        servers.add(ServerUri.parse(word).canonical());
      }
    }
    if (servers.isEmpty()) {
      throw new ResolverProblem(
          name, "no server behind the name; write URIs, such as " + ServerUri.EXAMPLES);
    }
    return servers;
  }

  private static Path file(String text, Path folder) throws ResolverProblem {
    try {
      if (!text.isEmpty()) {
        return folder.resolve(text);
      }
    } catch (InvalidPathException noPath) {
      // Falls through: no file has such a name.
    }
    throw new ResolverProblem("ca=" + text, "no file's name; write that of a PEM file");
  }
}
