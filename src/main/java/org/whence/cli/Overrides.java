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
import org.whence.investigation.plan.Plan;
import org.whence.investigation.plan.Planning;
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
    return judge(settings(request), others(request), judged, work);
  }

  private <T> T judge(
      ResolverSettings own, List<ResolverSettings> others, Options judged, Work<T> work)
      throws CommandException, InterruptedException {
    try (var lease = resolutions.lease(own, others)) {
      return work.with(
          new Investigator(
              lease.resolution(), InstantSource.system(), judged.withAsking(!own.offline())));
    }
  }

  /// Whom the request names beside the first resolver.
  private List<ResolverSettings> others(Request request) throws BadRequest {
    var named = request.texts("resolver");
    if (named.size() < 2) {
      return List.of();
    }
    var first = settings.withRecord(Optional.empty());
    return named.stream().skip(1).map(first::withResolver).toList();
  }

  /// Judges by the recording that the request, or else the command, names.
  <T> T replay(Request request, Options judged, Work<T> work)
      throws BadRequest, CommandException, InterruptedException {
    return judge(recording(request).orElseThrow(Overrides::missing), List.of(), judged, work);
  }

  /// Judges asking whom the request names, whatever it has to be replayed.
  <T> T now(Request request, Options judged, Work<T> work)
      throws BadRequest, CommandException, InterruptedException {
    var own = asked(request, settings.withReplay(Optional.empty()));
    return judge(own, List.of(), judged, work);
  }

  private static BadRequest missing() {
    return new BadRequest("\"replay\" is missing; name the recording to compare with");
  }

  private Optional<ResolverSettings> recording(Request request) throws BadRequest {
    return replay(request)
        .or(settings::replay)
        .map(file -> ResolverSettings.defaults().withReplay(Optional.of(file)));
  }

  /// Something to be planned.
  interface PlanWork {
    Plan with(Planning planning);
  }

  /// Plans for whom the request names. Where it names a recording beside a resolver, that stands
  /// for the answers.
  Plan plan(Request request, Options judged, PlanWork work) throws BadRequest, CommandException {
    var looksFurther = request.has("replay") && request.has("resolver");
    var own = looksFurther ? asked(request, settings) : settings(request);
    var unrecorded = own.withRecord(Optional.empty());
    try (var lease = resolutions.lease(unrecorded, others(request))) {
      var options = judged.withAsking(!own.offline());
      var clock = InstantSource.system();
      if (!looksFurther) {
        return work.with(new Planning(lease.resolution(), Optional.empty(), clock, options));
      }
      try (var expected = resolutions.lease(recording(request).orElseThrow(Overrides::missing))) {
        var known = Optional.of(expected.resolution());
        return work.with(new Planning(lease.resolution(), known, clock, options));
      }
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

  /// The options with whom the request believes.
  Options believing(Request request) throws BadRequest {
    return options(request).withTrust(trust(request));
  }

  /// Whom the request believes, or else the command.
  private Trust trust(Request request) throws BadRequest {
    var own = options.trust();
    var servers = request.texts("trusted");
    var ids = request.texts("authservIds");
    var sealers = request.texts("trustedSealers");
    var border = request.optional("border");
    return new Trust(
        servers.isEmpty() ? own.servers() : servers(servers),
        ids.isEmpty() ? own.authservIds() : ids,
        border.isPresent() ? rule(border.get()) : own.border(),
        sealers.isEmpty() ? own.sealers() : sealers);
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
    var repeat = request.number("repeat", 0, Options.MOST_REPEATS);
    var own = repeat.isPresent() ? options.withRepeat(repeat.get()) : options;
    try {
      return at.isPresent() ? own.withAt(Optional.of(RunOptions.Instants.read(at.get()))) : own;
    } catch (TypeConversionException e) {
      throw new BadRequest("\"at\": " + e.getMessage());
    }
  }

  /// The command's settings, with what the request overrides.
  private ResolverSettings settings(Request request) throws BadRequest {
    if (request.has("replay") && (request.has("resolver") || request.has("zone"))) {
      throw exclusive();
    }
    return replay(request).isPresent()
        ? patient(request, settings.withOffline(false).withZones(List.of()))
            .withReplay(replay(request))
        : asked(request, settings);
  }

  /// The settings, with whom the request names to be asked, whatever it has to be replayed.
  private ResolverSettings asked(Request request, ResolverSettings from) throws BadRequest {
    var resolvers = request.texts("resolver");
    var zones = request.texts("zone");
    if (!resolvers.isEmpty() && !zones.isEmpty()) {
      throw exclusive();
    }
    var own = from;
    if (!resolvers.isEmpty() || !zones.isEmpty()) {
      own =
          own.withOffline(false)
              .withResolver(resolvers.isEmpty() ? "system" : resolvers.getFirst())
              .withZones(paths(zones))
              .withReplay(Optional.empty());
    }
    return patient(request, own);
  }

  private static BadRequest exclusive() {
    return new BadRequest("\"resolver\", \"zone\" and \"replay\" exclude each other; choose one");
  }

  private static Optional<Path> replay(Request request) throws BadRequest {
    var file = request.optional("replay");
    return file.isPresent() ? Optional.of(paths(List.of(file.get())).getFirst()) : Optional.empty();
  }

  private static List<Path> paths(List<String> names) throws BadRequest {
    try {
      return names.stream().map(Path::of).toList();
    } catch (InvalidPathException e) {
      throw new BadRequest("no path: " + e.getReason());
    }
  }

  private static ResolverSettings patient(Request request, ResolverSettings from)
      throws BadRequest {
    var own = from;
    try {
      var timeout = request.optional("timeout");
      if (timeout.isPresent()) {
        own = own.withTimeout(Durations.read(timeout.get()));
      }
    } catch (TypeConversionException e) {
      throw new BadRequest("\"timeout\": " + e.getMessage());
    }
    var tries = request.number("tries", 1, 10);
    return tries.isPresent() ? own.withTries(tries.get()) : own;
  }
}
