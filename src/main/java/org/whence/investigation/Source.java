package org.whence.investigation;

import java.nio.file.Path;

/// Where an input came from.
///
/// @param name the file's name without its folder, which may be nobody's business in a report; the
///   argument itself; `-` for standard input; `pasted`. Hostile text
public record Source(Kind kind, String name) {
  /// The ways in.
  public enum Kind {
    /// A file that was named, opened or dropped.
    FILE,
    /// Text from the clipboard or typed into the window.
    PASTED,
    /// Standard input.
    STDIN,
    /// An argument of the command line that is no file: where nothing is recognised in it, "no such
    /// file, and no address either".
    ARGUMENT,
    /// Something in a container, by the name that it has there.
    MEMBER,
    /// A message in a mailbox, by its number, counted from 1.
    MESSAGE,
    /// A part of a mail, by its place in it, such as `1.2`.
    PART
  }

  /// Text from the clipboard or typed into the window.
  public static final Source PASTED = new Source(Kind.PASTED, "pasted");

  /// Standard input.
  public static final Source STDIN = new Source(Kind.STDIN, "-");

  /// An argument of the command line that is no file.
  public static Source argument(String text) {
    return new Source(Kind.ARGUMENT, text);
  }

  static Source member(String name) {
    return new Source(Kind.MEMBER, name);
  }

  static Source message(String number) {
    return new Source(Kind.MESSAGE, number);
  }

  static Source part(String path) {
    return new Source(Kind.PART, path);
  }

  /// A file.
  public static Source file(Path file) {
    var name = file.getFileName();
    return new Source(Kind.FILE, (name == null ? file : name).toString());
  }
}
