package org.whence.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.whence.dns.Profile;
import org.whence.report.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `whence resolvers`: lists the profiles, a line each, as a file of profiles holds them.
@Command(
    name = "resolvers",
    description =
        "Lists the resolver profiles by name, with their servers: the program's and yours.",
    mixinStandardHelpOptions = true,
    versionProvider = WhenceCommand.VersionLine.class)
final class ResolversCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--profiles",
      paramLabel = "FILE",
      description = "your profiles. Default: whence/resolvers.conf among your settings")
  @Nullable Path profiles;

  ResolversCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CommandException, IOException {
    var file = ProfileFile.of(profiles, console.environment());
    var known = file.read();
    try (var out = new Answer(console)) {
      for (var profile : known.all()) {
        out.line("%-17s %s".formatted(profile.name(), servers(profile)).strip());
      }
    }
    known.problems().forEach(problem -> console.tell(file.name() + ": " + problem));
    return ExitStatus.OK;
  }

  private static String servers(Profile profile) {
    var authority = profile.authority().map(path -> " ca=" + Visible.text(path.toString()));
    return String.join(" ", profile.servers()) + authority.orElse("");
  }
}
