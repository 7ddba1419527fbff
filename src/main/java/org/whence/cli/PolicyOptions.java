package org.whence.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whence.investigation.Input;
import org.whence.investigation.InputReader;
import picocli.CommandLine.Option;

/// The option of `check` that asks for a policy in place of an input.
final class PolicyOptions {
  @Option(
      names = "--spf",
      paramLabel = "DOMAIN",
      description =
          "instead of an input: judge the client that --ip names (--helo, --mail-from) by this"
              + " domain's SPF policy")
  @Nullable String spf;

  /// The domain as an input; empty where inputs are given.
  Optional<Input> input(List<String> inputs, RunOptions run) throws CommandException {
    var postures = run.posture.names();
    if (spf == null && inputs.isEmpty() && !postures.isEmpty()) {
      return Optional.of(InputReader.domain(postures.getFirst()));
    }
    if (spf == null && inputs.isEmpty()) {
      throw new CommandException(
          ExitStatus.USAGE, "INPUT is missing; name an address, a file, or - for standard input");
    }
    if (spf == null) {
      return Optional.empty();
    }
    if (!inputs.isEmpty()) {
      throw new CommandException(
          ExitStatus.USAGE, "--spf takes the place of INPUT; give one of them");
    }
    if (run.ip == null) {
      throw new CommandException(
          ExitStatus.USAGE, "--spf: no client; name its address with --ip, such as --ip 192.0.2.1");
    }
    return Optional.of(InputReader.domain(spf));
  }
}
