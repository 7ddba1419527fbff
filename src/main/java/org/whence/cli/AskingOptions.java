package org.whence.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whence.dns.Resolution;
import org.whence.dns.ResolverProblem;
import org.whence.dns.ResolverSettings;
import org.whence.dns.Resolvers;
import org.whence.investigation.Options;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that say whom to ask, how often, and what is kept of the answers.
final class AskingOptions {
  /// How many addresses or requests are checked at once, unless told otherwise.
  private static final int AT_ONCE = 500;

  private static final int MOST_AT_ONCE = 16_000;
  private static final int MOST_RATE = 1_000_000;

  /// An address is asked for its names, and then a name for both types of addresses.
  private static final int QUESTIONS = 2;

  @Option(
      names = {"-r", "--resolver"},
      paramLabel = "R",
      description = {
        "a profile (see 'whence resolvers') or a URI:",
        "udp://192.0.2.53:53, tcp://…, tls://192.0.2.53:853#dns.example, https://…",
        "Further ones are asked only where servers are held against each other, see --repeat.",
        "Default: system"
      })
  List<String> resolvers = new ArrayList<>();

  @Option(
      names = "--repeat",
      paramLabel = "N",
      description =
          "check each client again N times, of every --resolver, and tell what rotates. Default: 0;"
              + " 1 with several resolvers")
  @Nullable Integer repeat;

  @Option(
      names = "--zone",
      paramLabel = "FILE",
      description = "answer from this master file and nothing else; may be repeated")
  List<Path> zones = new ArrayList<>();

  @Option(
      names = "--replay",
      paramLabel = "FILE",
      description = "answer from this recording and nothing else")
  @Nullable Path replay;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "also write every exchange to this recording")
  @Nullable Path record;

  @Option(names = "--offline", description = "ask nothing: parse only")
  boolean offline;

  @Option(
      names = "--in-flight",
      paramLabel = "N",
      description = {
        "of a list or batch, how many are checked at once; a server is asked twice as many",
        "questions at most, and as many as it answers. Default: 500"
      })
  @Nullable Integer inFlight;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "queries a second that one server is sent at most. Default: no limit")
  @Nullable Integer rate;

  @Mixin final ResolverOptions servers;

  /// @param environment the process's, which tells where settings are
  AskingOptions(Map<String, String> environment) {
    servers = new ResolverOptions(environment);
  }

  /// Whom to ask.
  ResolverSettings settings() throws CommandException {
    var choices =
        (resolvers.isEmpty() ? 0 : 1)
            + (zones.isEmpty() ? 0 : 1)
            + (replay == null ? 0 : 1)
            + (offline ? 1 : 0);
    if (choices > 1) {
      throw new CommandException(
          ExitStatus.USAGE,
          "--resolver, --zone, --replay and --offline exclude each other; choose one");
    }
    return asking().withReplay(Optional.ofNullable(replay)).withOffline(offline);
  }

  /// Whom to ask now, where a recording is what was said before.
  ResolverSettings now() throws CommandException {
    if (offline || (!resolvers.isEmpty() && !zones.isEmpty())) {
      throw new CommandException(
          ExitStatus.USAGE,
          "--compare asks --resolver or --zone; choose one of them, without --offline");
    }
    return asking();
  }

  /// What was said before: the recording, and nothing else.
  ResolverSettings before() throws CommandException {
    return recording()
        .orElseThrow(() ->
            new CommandException(
                ExitStatus.USAGE,
                "--compare: name the recording to compare with, as --replay FILE"));
  }

  /// The recording that is named, and nothing else.
  private Optional<ResolverSettings> recording() {
    return Optional.ofNullable(replay)
        .map(file -> ResolverSettings.defaults().withReplay(Optional.of(file)));
  }

  /// Whom a plan is made for. Where a recording and a resolver are named, the resolver will be
  /// asked, and the recording stands for its answers; see [#expected].
  ResolverSettings planned() throws CommandException {
    var settings =
        resolvers.isEmpty() || !zones.isEmpty() || offline
            ? settings()
            : asking().withReplay(Optional.empty());
    // A plan records nothing, and leaves a recording that is there as it is.
    return settings.withRecord(Optional.empty());
  }

  /// The recording that stands for the answers to a plan's questions.
  Optional<ResolverSettings> expected() {
    return resolvers.isEmpty() ? Optional.empty() : recording();
  }

  /// Whom to ask beside that, where servers are held against each other.
  List<ResolverSettings> others(ResolverSettings first) {
    return resolvers.stream()
        .skip(1)
        .map(other -> first.withResolver(other).withRecord(Optional.empty()))
        .toList();
  }

  /// How often each client is checked again.
  int repeats() {
    return repeat == null ? (resolvers.size() > 1 ? 1 : 0) : repeat;
  }

  private ResolverSettings asking() throws CommandException {
    if (repeat != null && (repeat < 0 || repeat > Options.MOST_REPEATS)) {
      throw new CommandException(
          ExitStatus.USAGE,
          "--repeat: " + repeat + " is not between 0 and " + Options.MOST_REPEATS);
    }
    var settings =
        ResolverSettings.defaults().withZones(zones).withRecord(Optional.ofNullable(record));
    settings = resolvers.isEmpty() ? settings : settings.withResolver(resolvers.getFirst());
    settings = settings.withInFlight(QUESTIONS * atOnce());
    settings = rate == null ? settings : settings.withRate(atLeastOne("--rate", rate, MOST_RATE));
    return servers.apply(settings);
  }

  /// How many addresses or requests are checked at once.
  int atOnce() throws CommandException {
    return inFlight == null ? AT_ONCE : atLeastOne("--in-flight", inFlight, MOST_AT_ONCE);
  }

  private static int atLeastOne(String option, int value, int most) throws CommandException {
    if (value < 1 || value > most) {
      throw new CommandException(
          ExitStatus.USAGE, option + ": " + value + " is not between 1 and " + most);
    }
    return value;
  }

  /// Whether one of the options says whom to ask.
  boolean chosen() {
    return !resolvers.isEmpty() || !zones.isEmpty() || replay != null || offline;
  }

  /// Whether one of them says who is to be asked, and not that nobody is.
  boolean asksSomebody() {
    return chosen() && !offline;
  }

  /// Opens whom to ask.
  static Resolution open(ResolverSettings settings) throws CommandException {
    try {
      return Resolvers.open(settings, InstantSource.system());
    } catch (ResolverProblem e) {
      throw CommandException.of(ExitStatus.USAGE, e);
    } catch (IOException e) {
      throw CommandException.of(ExitStatus.IO, e);
    }
  }

  /// Whether nothing is asked of a network.
  boolean isLocal() {
    return offline || !zones.isEmpty() || (replay != null && resolvers.isEmpty());
  }

  /// The recording that is replayed.
  Optional<Path> replayed() {
    return Optional.ofNullable(replay);
  }
}
