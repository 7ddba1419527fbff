package org.whence.cli;

import java.net.InetAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.whence.cli.Request.BadRequest;
import org.whence.dns.ResolverSettings;
import org.whence.investigation.Investigator;
import org.whence.investigation.Options;
import org.whence.investigation.Trust;
import org.whence.ip.AddressLiteral;
import org.whence.mail.BorderRule;
import org.whence.mail.TrustedServers;
import org.whence.report.InputWording;
import org.whence.report.Wording;
import picocli.CommandLine.TypeConversionException;

/// The command's settings and options, with what a request overrides.
final class Overrides {
  private final ResolverSettings settings;
  private final Options options;
  private final Resolutions resolutions;
  private final InputWording words = new InputWording(Wording.load());

  Overrides(ResolverSettings settings, Options options, Resolutions resolutions) {
    this.settings = settings;
    this.options = options;
    this.resolutions = resolutions;
  }

  /// What is done with whom a request names to be asked.
  interface Work<T> {
    T with(Investigator investigator) throws InterruptedException;
  }

  /// Judges with the request's options, asking whom it names.
  <T> T judge(Request request, Options judged, Work<T> work)
      throws BadRequest, CommandException, InterruptedException {
    var own = settings(request);
    try (var lease = resolutions.lease(own)) {
      return work.with(
          new Investigator(
              lease.resolution(), InstantSource.system(), judged.withAsking(!own.offline())));
    }
  }

  /// The address that a request must name.
  InetAddress address(Request request) throws BadRequest {
    return switch (AddressLiteral.parse(request.text("ip"))) {
      case AddressLiteral.Parsed.Accepted(var literal) -> literal.address();
      case AddressLiteral.Parsed.Rejected rejected ->
          throw new BadRequest("\"ip\": " + words.rejected(rejected));
    };
  }

  /// What the receiving server saw, where the request says so, or else the command.
  Options client(Request request) throws BadRequest {
    var judged = options(request);
    var ip = request.optional("ip").isPresent() ? Optional.of(address(request)) : judged.ip();
    return judged
        .withTrust(trust(request))
        .withClient(
            ip,
            request.optional("helo").or(judged::helo),
            request.optional("mailFrom").or(judged::mailFrom));
  }

  /// Whom the request believes, or else the command.
  Trust trust(Request request) throws BadRequest {
    var own = options.trust();
    var servers = request.texts("trusted");
    var ids = request.texts("authservIds");
    var border = request.optional("border");
    return new Trust(
        servers.isEmpty() ? own.servers() : servers(servers),
        ids.isEmpty() ? own.authservIds() : ids,
        border.isPresent() ? rule(border.get()) : own.border());
  }

  private static TrustedServers servers(List<String> entries) throws BadRequest {
    var servers = TrustedServers.of(entries);
    if (!servers.rejected().isEmpty()) {
      throw new BadRequest(
          "\"trusted\": '"
              + servers.rejected().getFirst()
              + "' is neither addresses (CIDR) nor a name");
    }
    return servers;
  }

  private static BorderRule rule(String text) throws BadRequest {
    return BorderRule.parse(text)
        .orElseThrow(() ->
            new BadRequest(
                "\"border\": '"
                    + text
                    + "' is none of auto, trusted, local, authenticated, count:N, hop:N"));
  }

  /// The command's options, with what the request overrides.
  Options options(Request request) throws BadRequest {
    var at = request.optional("at");
    try {
      return at.isPresent()
          ? options.withAt(Optional.of(RunOptions.Instants.read(at.get())))
          : options;
    } catch (TypeConversionException e) {
      throw new BadRequest("\"at\": " + e.getMessage());
    }
  }

  /// The command's settings, with what the request overrides.
  private ResolverSettings settings(Request request) throws BadRequest {
    var own = settings;
    var resolver = request.optional("resolver");
    var zones = request.texts("zone");
    var replay = request.optional("replay");
    if ((resolver.isPresent() ? 1 : 0) + (zones.isEmpty() ? 0 : 1) + (replay.isPresent() ? 1 : 0)
        > 1) {
      throw new BadRequest("\"resolver\", \"zone\" and \"replay\" exclude each other; choose one");
    }
    try {
      if (resolver.isPresent() || !zones.isEmpty() || replay.isPresent()) {
        own =
            own.withOffline(false)
                .withResolver(resolver.orElse("system"))
                .withZones(zones.stream().map(Path::of).toList())
                .withReplay(replay.map(Path::of));
      }
      var timeout = request.optional("timeout");
      if (timeout.isPresent()) {
        own = own.withTimeout(Durations.read(timeout.get()));
      }
    } catch (InvalidPathException e) {
      throw new BadRequest("no path: " + e.getReason());
    } catch (TypeConversionException e) {
      throw new BadRequest("\"timeout\": " + e.getMessage());
    }
    var tries = request.number("tries", 1, 10);
    return tries.isPresent() ? own.withTries(tries.get()) : own;
  }
}
