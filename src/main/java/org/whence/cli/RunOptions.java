package org.whence.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
import org.whence.investigation.Check;
import org.whence.investigation.Options;
import org.whence.ip.AddressLiteral;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The options of `check`, `demo` and `batch`: whom to ask, what the receiving server saw, and what
/// is looked at.
final class RunOptions {
  @Mixin final AskingOptions asking;

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
    asking = new AskingOptions(environment);
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

  private Set<Check> checks() {
    var made = EnumSet.allOf(Check.class);
    without.forEach(made::remove);
    return made;
  }

  private Set<Integer> hops() throws CommandException {
    for (var hop : withoutHops) {
      if (hop < 1) {
        throw new CommandException(
            ExitStatus.USAGE, "--without-hop: " + hop + " is no hop; the oldest is 1");
      }
    }
    return Set.copyOf(withoutHops);
  }

  /// What the analyst asks for.
  Options options() throws CommandException {
    return Options.defaults()
        .withAsking(!asking.offline)
        .withAsksSpecialUse(specialUse)
        .withChecks(checks())
        .withoutHops(hops())
        .withRepeat(asking.repeats())
        .withClient(
            Optional.ofNullable(ip), Optional.ofNullable(helo), Optional.ofNullable(mailFrom))
        .withAt(Optional.ofNullable(at))
        .withTrust(trust.trust())
        .withReceivers(receivers.profiles())
        .withPostures(posture.names())
        .withEnrichment(enrichment.enrichment())
        .withFetches(fetch.checked(asking.isLocal()))
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
    asking.replayed().ifPresent(files::add);
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
