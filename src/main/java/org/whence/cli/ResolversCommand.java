package org.whence.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.whence.dns.Profile;
import picocli.CommandLine.Command;

/// `whence resolvers`: lists the profiles, a line each.
@Command(
    name = "resolvers",
    description = "Lists the resolver profiles by name, with their servers.",
    mixinStandardHelpOptions = true,
    versionProvider = WhenceCommand.VersionLine.class)
final class ResolversCommand implements Callable<Integer> {
  private final Console console;

  ResolversCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (var out = new Answer(console)) {
      for (var profile : Profile.all()) {
        out.line("%-17s %s".formatted(profile.name(), String.join(" ", profile.servers())).strip());
      }
    }
    return ExitStatus.OK;
  }
}
