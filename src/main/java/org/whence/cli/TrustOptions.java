package org.whence.cli;

import java.util.ArrayList;
import java.util.List;
import org.whence.investigation.Trust;
import org.whence.mail.BorderRule;
import org.whence.mail.TrustedServers;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The options that say whom the analyst believes.
final class TrustOptions {
  @Option(
      names = "--trusted",
      paramLabel = "SERVER",
      description = {
        "a server of yours: an address, a block such as 192.0.2.0/24, or a name, which stands for",
        "all below it; may be repeated. The trust line is drawn by them"
      })
  List<String> trusted = new ArrayList<>();

  @Option(
      names = "--authserv-id",
      paramLabel = "ID",
      description =
          "an authserv-id of yours, whose Authentication-Results are believed; may be repeated")
  List<String> authservIds = new ArrayList<>();

  @Option(
      names = "--border",
      paramLabel = "HOW",
      converter = Rules.class,
      description = {
        "how the trust line is drawn: trusted, local (the newest public client), authenticated,",
        "count:N (N servers of yours), hop:N (at that hop). Default: trusted if any is, else local"
      })
  BorderRule border = BorderRule.AUTOMATIC;

  @Option(
      names = "--trusted-sealer",
      paramLabel = "DOMAIN",
      description =
          "a domain whose ARC seals you trust, with all below it; may be repeated. Changes no"
              + " result")
  List<String> sealers = new ArrayList<>();

  /// Reads a rule for the border.
  static final class Rules implements picocli.CommandLine.ITypeConverter<BorderRule> {
    @Override
    public BorderRule convert(String text) {
      return BorderRule.parse(text)
          .orElseThrow(() ->
              new TypeConversionException(
                  "'"
                      + text
                      + "' is no way to find the border; choose one of auto, trusted, local,"
                      + " authenticated, count:N, hop:N"));
    }
  }

  /// Whom the analyst believes.
  Trust trust() throws CommandException {
    return new Trust(servers(trusted), authservIds, border, sealers);
  }

  /// Reads servers.
  static TrustedServers servers(List<String> entries) throws CommandException {
    var servers = TrustedServers.of(entries);
    if (!servers.rejected().isEmpty()) {
      throw new CommandException(
          ExitStatus.USAGE,
          "--trusted: '"
              + servers.rejected().getFirst()
              + "' is neither an address, a block such as 192.0.2.0/24, nor a name");
    }
    return servers;
  }
}
