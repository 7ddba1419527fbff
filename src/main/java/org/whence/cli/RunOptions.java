package org.whence.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whence.dmarc.SuffixList;
import org.whence.dmarc.SuffixLists;
import org.whence.dns.History;
import org.whence.dns.Resolution;
import org.whence.dns.ResolverProblem;
import org.whence.dns.ResolverSettings;
import org.whence.dns.Resolvers;
import org.whence.investigation.Check;
import org.whence.investigation.Options;
import org.whence.ip.AddressLiteral;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The options of `check`, `demo` and `batch`: whom to ask, and what the receiving server saw.
final class RunOptions {
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

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      converter = Instants.class,
      description = "the clock to judge by, such as 2026-11-23T15:40:12Z. Default: now")
  @Nullable Instant at;

  @Option(
      names = "--ip",
      paramLabel = "ADDRESS",
      converter = Literals.class,
      description = "the client that the receiving server saw")
  @Nullable InetAddress ip;

  @Option(names = "--helo", paramLabel = "NAME", description = "what the client called itself")
  @Nullable String helo;

  @Option(names = "--mail-from", paramLabel = "ADDRESS", description = "the envelope sender")
  @Nullable String mailFrom;

  @Mixin ReceiverOptions receivers = new ReceiverOptions();
  @Mixin PostureOptions posture = new PostureOptions();
  @Mixin EnrichmentOptions enrichment = new EnrichmentOptions();
  @Mixin FetchOptions fetch = new FetchOptions();
  private @Nullable History history;

  @Mixin TrustOptions trust = new TrustOptions();
  @Mixin final ResolverOptions servers;

  @Option(
      names = "--psl",
      paramLabel = "FILE",
      description =
          "find organizations by this public suffix list where RFC 7489 wants one. Default: the"
              + " program's own")
  @Nullable Path suffixList;

  @Option(
      names = "--special-use",
      description = "also ask public resolvers for private and other special-use addresses")
  boolean specialUse;

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description = {
        "also judge signatures with the keys that this recording has of then; may be repeated.",
        "A recording that is replayed is one of them"
      })
  List<Path> keys = new ArrayList<>();

  @Mixin EvaluationOptions spf = new EvaluationOptions();

  @Option(
      names = "--without",
      paramLabel = "CHECK",
      split = ",",
      description =
          "leave checks out: iprev, spf, dkim, arc, dmarc; without iprev no client is asked for")
  List<Check> without = new ArrayList<>();

  @Option(
      names = "--without-hop",
      paramLabel = "N",
      split = ",",
      description = "leave the clients of hops alone, by their numbers, 1 for the oldest")
  List<Integer> withoutHops = new ArrayList<>();

  @Option(names = "--debug", description = "print a stack trace with an error, and what is logged")
  boolean debug;

  /// @param environment the process's, which tells where settings are
  RunOptions(Map<String, String> environment) {
    servers = new ResolverOptions(environment);
  }

  /// Reads an instant of RFC 3339.
  static final class Instants implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      return read(text);
    }

    static Instant read(String text) {
      try {
        return Instant.parse(text);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "'" + text + "' is no instant; write it as 2026-11-23T15:40:12Z");
      }
    }
  }

  /// Reads an address, strictly.
  static final class Literals implements ITypeConverter<InetAddress> {
    @Override
    public InetAddress convert(String text) {
      return AddressLiteral.find(text)
          .map(AddressLiteral::address)
          .orElseThrow(() ->
              new TypeConversionException(
                  "'" + text + "' is no IP address; write 192.0.2.1 or 2001:db8::1"));
    }
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

  private Set<Check> checks() {
    var made = EnumSet.allOf(Check.class);
    without.forEach(made::remove);
    return made;
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

  /// What the analyst asks for.
  Options options() throws CommandException {
    return Options.defaults()
        .withAsking(!offline)
        .withAsksSpecialUse(specialUse)
        .withChecks(checks())
        .withoutHops(Set.copyOf(withoutHops))
        .withRepeat(repeats())
        .withClient(
            Optional.ofNullable(ip), Optional.ofNullable(helo), Optional.ofNullable(mailFrom))
        .withAt(Optional.ofNullable(at))
        .withTrust(trust.trust())
        .withReceivers(receivers.profiles())
        .withPostures(posture.names())
        .withEnrichment(enrichment.enrichment())
        .withFetches(
            fetch.checked(offline || !zones.isEmpty() || (replay != null && resolvers.isEmpty())))
        .withSpf(spf.options())
        .withSuffixList(suffixes());
  }

  /// The recordings that [#history] is read from, one behind the other.
  byte[] heard() throws CommandException {
    var all = new ByteArrayOutputStream();
    try {
      for (var file : heardFiles()) {
        all.writeBytes(Files.readAllBytes(file));
        all.write('\n');
      }
      return all.toByteArray();
    } catch (IOException e) {
      throw CommandException.of(ExitStatus.IO, e);
    }
  }

  private Set<Path> heardFiles() {
    var files = new LinkedHashSet<>(keys);
    Optional.ofNullable(replay).ifPresent(files::add);
    return files;
  }

  /// The keys that recordings have, read once, with what is wrong with their lines told.
  History history(Console console) throws CommandException {
    var known = history;
    if (known == null) {
      try {
        known = History.read(heardFiles(), Instant.now());
      } catch (IOException e) {
        throw CommandException.of(ExitStatus.IO, e);
      }
      if (!keys.isEmpty()) {
        known.damaged().forEach(console::tell);
      }
      history = known;
    }
    return known;
  }

  private Optional<SuffixList> suffixes() throws CommandException {
    try {
      return suffixList == null ? Optional.empty() : Optional.of(SuffixLists.read(suffixList));
    } catch (IOException e) {
      throw CommandException.of(ExitStatus.IO, e);
    }
  }
}
