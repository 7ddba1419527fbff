package org.whence.dns;

import java.time.Duration;
import java.time.Instant;
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
public record Exchange(
    Question question,
    Answer answer,
    String server,
    Instant asked,
    Duration took,
    List<String> flags,
    Optional<Response> response,
    List<Attempt> attempts,
    Optional<Duration> cacheAge) {

  public Exchange {
    flags = List.copyOf(flags);
    attempts = List.copyOf(attempts);
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

  /// The same exchange, given again from the cache at an age.
  public Exchange fromCache(Duration age) {
    return new Exchange(
        question, answer, server, asked, took, flags, response, attempts, Optional.of(age));
  }

  /// Whether the answer came from the cache.
  public boolean cached() {
    return cacheAge.isPresent();
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
