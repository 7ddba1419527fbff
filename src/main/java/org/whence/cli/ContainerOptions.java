package org.whence.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whence.investigation.Opener;
import org.whence.mail.container.Passwords;
import picocli.CommandLine.Option;

/// The options of `check` about what mails come in.
final class ContainerOptions {
  /// How often a person is asked for the password of one archive.
  private static final int MAX_QUESTIONS = 3;

  @Option(
      names = "--password",
      paramLabel = "PASSWORD",
      description =
          "opens an encrypted ZIP archive; may be repeated. 'infected' is tried first; a terminal"
              + " is asked")
  List<String> passwords = new ArrayList<>();

  @Option(
      names = "--case",
      paramLabel = "N",
      description = "of several cases in one input, the Nth alone, counted from 1")
  @Nullable Integer only;

  @Option(
      names = "--as-is",
      description = "reads each input as the mail that it is, and puts nothing right")
  boolean asIs;

  /// Opens inputs, and asks the person at the terminal where a password is missing.
  Opener opener(Console console) {
    return new Opener(
        Passwords.of(
            passwords,
            (archive, attempt) ->
                attempt < MAX_QUESTIONS ? console.password(archive) : Optional.empty()));
  }

  /// Which case is wanted; all where none is named.
  Optional<Integer> only() throws CommandException {
    if (only != null && only < 1) {
      throw new CommandException(ExitStatus.USAGE, "--case: " + only + " is not 1 or more");
    }
    return Optional.ofNullable(only);
  }
}
