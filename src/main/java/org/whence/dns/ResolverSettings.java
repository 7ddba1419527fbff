package org.whence.dns;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Where answers come from, and how long one waits for them. [Resolvers] says what is wrong with
/// them.
///
/// Beginning with the strongest: offline, then a recording or master files (not both), then the
/// resolver.
///
/// @param resolver a profile's name, or URIs separated by commas; see [ResolverAddress]
/// @param zones master files to answer from and from nothing else; none by default
/// @param replay a recording to answer from and from nothing else
/// @param record where to write a recording
/// @param offline whether nothing may be asked
/// @param timeout how long one query waits for its answer
/// @param tries how often one server is asked
/// @param inFlight how many questions one server is asked at the same time, at most
/// @param rate how many queries one server is sent a second, at most; 0 for no limit
/// @param recordsOn whether a recording is continued behind what the file holds, not begun anew
/// @param authority a file of certificates (PEM) whose authorities are trusted beside the
///   platform's for `tls://` and `https://`
/// @param dnssec whether answers of servers are validated
/// @param anchors a file of keys (DS, DNSKEY) that validation begins with, in place of the root's
/// @param profiles the user's, which [#resolver] may name too
public record ResolverSettings(
    String resolver,
    List<Path> zones,
    Optional<Path> replay,
    Optional<Path> record,
    boolean offline,
    Duration timeout,
    int tries,
    int inFlight,
    int rate,
    boolean recordsOn,
    Optional<Path> authority,
    boolean dnssec,
    Optional<Path> anchors,
    Profiles profiles) {

  /// How many questions one server is asked at the same time, at most, however well it answers.
  public static final int IN_FLIGHT = 1000;

  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int TRIES = 2;

  public ResolverSettings {
    zones = List.copyOf(zones);
  }

  /// Of what requests of a batch differ in, since each of them is looked up by its settings.
  @Override
  public int hashCode() {
    return ((resolver.hashCode() * 31 + zones.hashCode()) * 31 + replay.hashCode()) * 31
        + timeout.hashCode();
  }

  /// The servers of the operating system, asked as vSMTP asks them: 5 s, 2 tries.
  public static ResolverSettings defaults() {
    return new ResolverSettings(
        "system",
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        TIMEOUT,
        TRIES,
        IN_FLIGHT,
        0,
        false,
        Optional.empty(),
        false,
        Optional.empty(),
        Profiles.none());
  }

  /// These, with another resolver.
  public ResolverSettings withResolver(String other) {
    return with(members -> members.resolver = other);
  }

  /// These, with other master files; none for an empty list.
  public ResolverSettings withZones(List<Path> other) {
    return with(members -> members.zones = other);
  }

  /// These, with another recording to answer from.
  public ResolverSettings withReplay(Optional<Path> other) {
    return with(members -> members.replay = other);
  }

  /// These, with another recording to write.
  public ResolverSettings withRecord(Optional<Path> other) {
    return with(members -> members.record = other);
  }

  /// These, offline or not.
  public ResolverSettings withOffline(boolean other) {
    return with(members -> members.offline = other);
  }

  /// These, with another time to wait for one answer.
  public ResolverSettings withTimeout(Duration other) {
    return with(members -> members.timeout = other);
  }

  /// These, with another number of tries for each server.
  public ResolverSettings withTries(int other) {
    return with(members -> members.tries = other);
  }

  /// These, with another bound of questions at the same time.
  public ResolverSettings withInFlight(int other) {
    return with(members -> members.inFlight = other);
  }

  /// These, with another number of queries a second; 0 for no limit.
  public ResolverSettings withRate(int other) {
    return with(members -> members.rate = other);
  }

  /// These, continuing the recording or not.
  public ResolverSettings withRecordsOn(boolean other) {
    return with(members -> members.recordsOn = other);
  }

  /// These, trusting another file of authorities too.
  public ResolverSettings withAuthority(Optional<Path> other) {
    return with(members -> members.authority = other);
  }

  /// These, validating answers or not.
  public ResolverSettings withDnssec(boolean other) {
    return with(members -> members.dnssec = other);
  }

  /// These, with other keys to begin with.
  public ResolverSettings withAnchors(Optional<Path> other) {
    return with(members -> members.anchors = other);
  }

  /// These, with other profiles beside the program's.
  public ResolverSettings withProfiles(Profiles other) {
    return with(members -> members.profiles = other);
  }

  private ResolverSettings with(Consumer<Members> change) {
    var members = new Members(this);
    change.accept(members);
    return members.settings();
  }

  /// The members while one of them is changed.
  private static final class Members {
    private String resolver;
    private List<Path> zones;
    private Optional<Path> replay;
    private Optional<Path> record;
    private boolean offline;
    private Duration timeout;
    private int tries;
    private int inFlight;
    private int rate;
    private boolean recordsOn;
    private Optional<Path> authority;
    private boolean dnssec;
    private Optional<Path> anchors;
    private Profiles profiles;

    Members(ResolverSettings from) {
      resolver = from.resolver;
      zones = from.zones;
      replay = from.replay;
      record = from.record;
      offline = from.offline;
      timeout = from.timeout;
      tries = from.tries;
      inFlight = from.inFlight;
      rate = from.rate;
      recordsOn = from.recordsOn;
      authority = from.authority;
      dnssec = from.dnssec;
      anchors = from.anchors;
      profiles = from.profiles;
    }

    ResolverSettings settings() {
      return new ResolverSettings(
          resolver, zones, replay, record, offline, timeout, tries, inFlight, rate, recordsOn,
          authority, dnssec, anchors, profiles);
    }
  }
}
