package org.whence.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// The option that fetches a document.
final class FetchOptions {
  @Option(
      names = "--fetch",
      paramLabel = "URI",
      description = {
        "also fetch this one document over HTTPS, such as the policy of MTA-STS or the logo of"
            + " BIMI",
        "that --posture names, and tell it as text with its hash; its operator sees your address;",
        "hosts with addresses of special use are refused; may be repeated"
      })
  List<String> uris = new ArrayList<>();

  /// The documents; only where packets may leave.
  ///
  /// @param closed whether answers come from files or from nowhere
  List<String> checked(boolean closed) throws CommandException {
    if (closed && !uris.isEmpty()) {
      throw new CommandException(
          ExitStatus.USAGE,
          "--fetch: nothing may leave with --zone, --replay or --offline; choose a --resolver");
    }
    return uris;
  }
}
