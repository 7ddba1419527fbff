package org.whence.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whence.dns.ResolverSettings;
import picocli.CommandLine.Option;

/// The options that say how servers are asked, and what of them is believed.
final class ResolverOptions {
  private static final int MOST_TRIES = 10;

  private final Map<String, String> environment;

  @Option(
      names = "--timeout",
      paramLabel = "D",
      converter = Durations.class,
      description = "how long a server is waited for: 500ms, 2s. Default: 5s")
  @Nullable Duration timeout;

  @Option(names = "--tries", paramLabel = "N", description = "tries per server. Default: 2")
  @Nullable Integer tries;

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "also trust this authority (PEM) for tls:// and https://")
  @Nullable Path authority;

  @Option(
      names = "--profiles",
      paramLabel = "FILE",
      description = {
        "resolver profiles of your own: a line each, with a name and URIs, and ca=FILE at its end",
        "for an own authority. Default: whence/resolvers.conf among your settings"
      })
  @Nullable Path profiles;

  @Option(
      names = "--dnssec",
      description = "validate answers: secure, insecure, bogus or indeterminate")
  boolean dnssec;

  @Option(
      names = "--trust-anchor",
      paramLabel = "FILE",
      description = "validate, and begin with these keys (DS, DNSKEY), not with the root's")
  @Nullable Path anchors;

  /// @param environment the process's, which tells where settings are
  ResolverOptions(Map<String, String> environment) {
    this.environment = environment;
  }

  /// The settings, with what these options say.
  ResolverSettings apply(ResolverSettings from) throws CommandException {
    if (tries != null && (tries < 1 || tries > MOST_TRIES)) {
      throw new CommandException(
          ExitStatus.USAGE, "--tries: " + tries + " is not between 1 and " + MOST_TRIES);
    }
    var settings =
        from.withAuthority(Optional.ofNullable(authority))
            .withProfiles(ProfileFile.of(profiles, environment).read())
            .withDnssec(dnssec || anchors != null)
            .withAnchors(Optional.ofNullable(anchors));
    settings = timeout == null ? settings : settings.withTimeout(timeout);
    return tries == null ? settings : settings.withTries(tries);
  }
}
