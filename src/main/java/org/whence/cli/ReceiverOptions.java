package org.whence.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.whence.receiver.Profile;
import org.whence.receiver.Profiles;
import picocli.CommandLine.Option;

/// The option that asks what receiving servers would have done.
final class ReceiverOptions {
  private static final String ALL = "all";

  @Option(
      names = "--receiver",
      paramLabel = "NAME",
      description = {
        "tell what this receiving server would have done: a profile (vsmtp, postfix,",
        "postfix-reverse, exim, exim-defer-ok, stalwart-relaxed, stalwart-strict,",
        "authentication-milter, rspamd, dmarc-strict), a file with rules of your own, or all;",
        "may be repeated"
      })
  List<String> receivers = new ArrayList<>();

  /// The profiles, each once.
  List<Profile> profiles() throws CommandException {
    var profiles = new ArrayList<Profile>();
    for (var name : receivers) {
      if (name.equals(ALL)) {
        profiles.addAll(Profiles.bundled());
      } else {
        profiles.add(profile(name));
      }
    }
    return profiles.stream().distinct().toList();
  }

  private static Profile profile(String name) throws CommandException {
    var bundled = Profiles.named(name);
    if (bundled.isPresent()) {
      return bundled.get();
    }
    try {
      var file = Path.of(name);
      if (Files.isRegularFile(file)) {
        return Profiles.read(file);
      }
    } catch (InvalidPathException notAPath) {
      // told below
    } catch (IOException e) {
      throw CommandException.of(ExitStatus.IO, e);
    }
    throw new CommandException(
        ExitStatus.USAGE,
        "--receiver: '"
            + name
            + "' is neither a file nor a profile; choose all or one of "
            + Profiles.bundled().stream().map(Profile::name).collect(Collectors.joining(", ")));
  }
}
