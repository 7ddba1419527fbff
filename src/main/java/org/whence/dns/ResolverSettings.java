package org.whence.dns;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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
/// @param inFlight how many questions are asked at the same time
public record ResolverSettings(
    String resolver,
    List<Path> zones,
    Optional<Path> replay,
    Optional<Path> record,
    boolean offline,
    Duration timeout,
    int tries,
    int inFlight) {

  /// How many questions are asked at the same time: what a resolver for many users bears easily.
  public static final int IN_FLIGHT = 64;

  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int TRIES = 2;

  public ResolverSettings {
    zones = List.copyOf(zones);
  }

  /// The servers of the operating system, asked as vSMTP asks them: 5 s, 2 tries.
  public static ResolverSettings defaults() {
    return new ResolverSettings(
        "system", List.of(), Optional.empty(), Optional.empty(), false, TIMEOUT, TRIES, IN_FLIGHT);
  }

  /// These, with another resolver.
  public ResolverSettings withResolver(String other) {
    return new ResolverSettings(other, zones, replay, record, offline, timeout, tries, inFlight);
  }

  /// These, with other master files; none for an empty list.
  public ResolverSettings withZones(List<Path> others) {
    return new ResolverSettings(
        resolver, others, replay, record, offline, timeout, tries, inFlight);
  }

  /// These, with another recording to answer from.
  public ResolverSettings withReplay(Optional<Path> other) {
    return new ResolverSettings(resolver, zones, other, record, offline, timeout, tries, inFlight);
  }

  /// These, with another recording to write.
  public ResolverSettings withRecord(Optional<Path> other) {
    return new ResolverSettings(resolver, zones, replay, other, offline, timeout, tries, inFlight);
  }

  /// These, offline or not.
  public ResolverSettings withOffline(boolean other) {
    return new ResolverSettings(resolver, zones, replay, record, other, timeout, tries, inFlight);
  }

  /// These, with another time to wait for one answer.
  public ResolverSettings withTimeout(Duration other) {
    return new ResolverSettings(resolver, zones, replay, record, offline, other, tries, inFlight);
  }

  /// These, with another number of tries for each server.
  public ResolverSettings withTries(int other) {
    return new ResolverSettings(resolver, zones, replay, record, offline, timeout, other, inFlight);
  }

  /// These, with another number of questions at the same time.
  public ResolverSettings withInFlight(int other) {
    return new ResolverSettings(resolver, zones, replay, record, offline, timeout, tries, other);
  }
}
