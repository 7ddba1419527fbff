package org.whence.dns;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One question and all that came of it: the unit of evidence.
///
/// @param question what was asked
/// @param answer what it brought
/// @param server who answered last, as a URI: `udp://192.0.2.53:53`, `tcp://…`, `zone:FILE`,
///   `recording:FILE`; `none` where nothing was asked
/// @param asked when the first query was sent; where the answer came from the cache, when it was
///   asked for originally
/// @param took from the first query to the last answer, with all tries
/// @param flags the header's flags that were set, in lower case (`qr aa tc rd ra ad cd`)
/// @param response the message as received, where there was one
/// @param attempts the other tries, which did not bring this answer, in order
/// @param cacheAge how old the answer was, where it came from the cache
/// @param validation what DNSSEC says of the answer, where it was asked; of an answer that is
///   bogus, the response is kept, and the answer is that failure
public record Exchange(
    Question question,
    Answer answer,
    String server,
    Instant asked,
    Duration took,
    List<String> flags,
    Optional<Response> response,
    List<Attempt> attempts,
    Optional<Duration> cacheAge,
    Optional<Validation> validation) {

  public Exchange {
    flags = List.copyOf(flags);
    attempts = List.copyOf(attempts);
  }

  /// An exchange that was not validated.
  public Exchange(
      Question question,
      Answer answer,
      String server,
      Instant asked,
      Duration took,
      List<String> flags,
      Optional<Response> response,
      List<Attempt> attempts,
      Optional<Duration> cacheAge) {
    this(
        question,
        answer,
        server,
        asked,
        took,
        flags,
        response,
        attempts,
        cacheAge,
        Optional.empty());
  }

  /// An exchange without a network: an answer out of a file, or none at all.
  public static Exchange local(Question question, Answer answer, String server, Instant asked) {
    return new Exchange(
        question,
        answer,
        server,
        asked,
        Duration.ZERO,
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /// The same exchange, given again from the cache at an age; as all times, in milliseconds.
  public Exchange fromCache(Duration age) {
    return with(answer, Optional.of(age.truncatedTo(ChronoUnit.MILLIS)), validation);
  }

  /// The same exchange, validated. Who asked gets no answer that is bogus (RFC 4035, 5.5).
  Exchange validated(Validation how) {
    var believed =
        how.status() == Validation.Status.BOGUS
            ? new Answer.Failed(Failure.BOGUS, how.reason())
            : answer;
    return with(believed, cacheAge, Optional.of(how));
  }

  private Exchange with(Answer other, Optional<Duration> age, Optional<Validation> how) {
    return new Exchange(question, other, server, asked, took, flags, response, attempts, age, how);
  }

  /// Whether the answer came from the cache.
  public boolean cached() {
    return cacheAge.isPresent();
  }

  /// What was asked of DNS to validate this answer, in order, without what was known already: it is
  /// DNS as well, and belongs wherever all that was asked is told.
  public List<Exchange> askedForDnssec() {
    return cached() || validation.isEmpty()
        ? List.of()
        : validation.stream()
            .flatMap(how -> how.asked().stream())
            .filter(asked -> !asked.cached())
            .toList();
  }

  /// When it was asked, to the millisecond, as RFC 3339 writes it.
  public String askedText() {
    return Moment.text(asked.truncatedTo(ChronoUnit.MILLIS));
  }

  /// How the question was carried: the scheme of [#server], such as `udp`.
  public String transport() {
    var colon = server.indexOf(':');
    return colon < 0 ? server : server.substring(0, colon);
  }

  /// Records in master-file form and all sections, for people and for front ends that do not know
  /// dnsjava; see [Presentation].
  public Presentation presentation() {
    return Presentation.of(this);
  }

  /// The failure, or null where there was an answer.
  @Nullable Failure failure() {
    return answer instanceof Answer.Failed failed ? failed.failure() : null;
  }
}
