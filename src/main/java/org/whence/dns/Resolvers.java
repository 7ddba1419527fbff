package org.whence.dns;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts resolvers together: `Recorder(Cache(servers))`, `Recorder(…)` alone for files, which need
/// no cache.
public final class Resolvers {
  private static final Duration LONGEST_TIMEOUT = Duration.ofHours(1);

  /// How many questions as slow as can be a validation may take.
  private static final int VALIDATION_QUESTIONS = 3;

  private Resolvers() {}

  /// Opens what the settings say.
  ///
  /// @param clock tells when something is asked, and how old answers of the cache are
  /// @throws ResolverProblem if the settings make no sense, in one line with the way out
  /// @throws IOException if a file cannot be read or written, in one line that names it
  public static Resolution open(ResolverSettings settings, InstantSource clock) throws IOException {
    check(settings);
    var warnings = new Warnings();
    return assemble(source(settings, clock, warnings), settings, clock, warnings);
  }

  /// Opens a recording that is no file, such as that of the sample case; of the settings, only
  /// `record` counts. The stream is read to its end and stays open.
  ///
  /// @param name what the recording is called
  /// @throws IOException if it cannot be read, in one line
  public static Resolution replay(
      InputStream recording, String name, ResolverSettings settings, InstantSource clock)
      throws IOException {
    var warnings = new Warnings();
    var read = Recording.read(recording, name, clock.instant());
    return assemble(replay(read, name, clock, warnings), settings, clock, warnings);
  }

  /// How answers out of memory are to be told of, and what they are worth.
  ///
  /// @param name what the recording is called
  /// @param description what [Resolution#description] says
  /// @param named whether those who answered then had been named by the analyst, see
  ///   [Resolution#named]
  public record Replayed(String name, String description, boolean named) {}

  /// Answers from a recording as those answered who were asked when it was made. The stream is read
  /// to its end and stays open.
  ///
  /// @throws IOException if it cannot be read, in one line
  public static Resolution replay(InputStream recording, Replayed as, InstantSource clock)
      throws IOException {
    var warnings = new Warnings();
    var read = Recording.read(recording, as.name(), clock.instant());
    var resolver = replay(read, as.name(), clock, warnings).resolver();
    var source = new Source(resolver, OneLine.of(as.description()), as.named(), false);
    return assemble(source, ResolverSettings.defaults(), clock, warnings);
  }

  private static void check(ResolverSettings settings) throws ResolverProblem {
    if (!settings.timeout().isPositive()) {
      throw new ResolverProblem("timeout", "must be longer than nothing, such as 5s");
    }
    if (settings.timeout().compareTo(LONGEST_TIMEOUT) > 0) {
      throw new ResolverProblem("timeout", "must be an hour or less, such as 5s");
    }
    if (settings.tries() < 1) {
      throw new ResolverProblem("tries", "must be 1 or more");
    }
    if (settings.inFlight() < 1) {
      throw new ResolverProblem("questions in flight", "must be 1 or more");
    }
    if (settings.record().isPresent() && isSame(settings.record().get(), settings.replay())) {
      throw new ResolverProblem(
          "a recording", "it cannot be replayed and written at once; record to another file");
    }
    if (settings.rate() < 0) {
      throw new ResolverProblem("queries a second", "must be 1 or more, or 0 for no limit");
    }
    if (!settings.offline() && settings.replay().isPresent() && !settings.zones().isEmpty()) {
      throw new ResolverProblem(
          "a recording and master files", "only one can answer; leave one of them out");
    }
  }

  private static boolean isSame(Path record, Optional<Path> replay) {
    try {
      return replay.isPresent() && Files.isSameFile(record, replay.get());
    } catch (IOException oneIsNotThere) {
      return false;
    }
  }

  private static Source source(ResolverSettings settings, InstantSource clock, Warnings warnings)
      throws IOException {
    if (settings.offline()) {
      return new Source(new Offline(clock), "offline", false, false);
    }
    if (settings.replay().isPresent()) {
      var file = settings.replay().get();
      var recording = Recording.read(file, clock.instant());
      return replay(recording, MasterFiles.fileName(file), clock, warnings);
    }
    if (!settings.zones().isEmpty()) {
      var names = settings.zones().stream().map(MasterFiles::fileName).map(OneLine::of);
      var description = "zone " + names.collect(Collectors.joining(", "));
      if (settings.dnssec()) {
        warnings.add(
            "DNSSEC: answers of master files are not validated; ask a server that holds them");
      }
      return new Source(MasterFiles.read(settings.zones(), clock), description, true, false);
    }
    return servers(settings, clock);
  }

  private static Source servers(ResolverSettings settings, InstantSource clock) throws IOException {
    var address = ResolverAddress.parse(settings.resolver(), settings.profiles());
    var servers =
        address.servers(trust(settings, address)).stream()
            .map(server -> server.at(new Pace(settings.inFlight(), settings.rate())))
            .toList();
    var asker =
        new ServerResolver(
            servers,
            settings.timeout(),
            settings.tries(),
            new Unguessable(),
            clock,
            settings.dnssec());
    var description = described(address, settings);
    if (!settings.dnssec()) {
      return new Source(asker, description, address.named(), true);
    }
    var longest = asker.longest().multipliedBy(VALIDATION_QUESTIONS);
    var validator = new Validator(asker, anchors(settings), longest, clock);
    return new Source(validator, description + ", DNSSEC", address.named(), true);
  }

  private static TrustAnchors anchors(ResolverSettings settings) throws IOException {
    return settings.anchors().isPresent()
        ? TrustAnchors.read(settings.anchors().get())
        : TrustAnchors.ofRoot();
  }

  private static Trust trust(ResolverSettings settings, ResolverAddress address)
      throws IOException {
    return Trust.with(
        Stream.of(settings.authority(), address.authority()).flatMap(Optional::stream).toList());
  }

  /// Who is asked, and how patiently: a timeout is only evidence together with its length.
  private static String described(ResolverAddress address, ResolverSettings settings) {
    var millis = settings.timeout().toMillis();
    var timeout = millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    var tries = settings.tries() == 1 ? "1 try" : settings.tries() + " tries";
    return address.description() + ", " + timeout + " a query, " + tries;
  }

  private static Source replay(
      Recording recording, String name, InstantSource clock, Warnings warnings) {
    var server = "recording:" + OneLine.of(name);
    recording.damaged().forEach(warnings::add);
    var description = "recording " + OneLine.of(name);
    return new Source(new Replay(recording, server, clock), description, true, false);
  }

  /// Puts what stands around a source around it.
  static Resolution assemble(
      Source source, ResolverSettings settings, InstantSource clock, Warnings warnings)
      throws IOException {
    var resolver = source.resolver();
    var fresh = resolver;
    if (source.live()) {
      var cache = new Cache(resolver, clock);
      resolver = cache;
      fresh = cache::fresh;
    }
    var recorder = Optional.<Recorder>empty();
    if (settings.record().isPresent()) {
      recorder =
          Optional.of(Recorder.to(settings.record().get(), settings.recordsOn(), warnings::add));
    }
    return new Resolution(source, resolver, fresh, warnings, recorder);
  }
}
