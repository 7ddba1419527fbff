package org.whence.casefile;

import java.time.Instant;
import java.util.Optional;
import org.whence.dns.Resolution;
import org.whence.investigation.Version;

/// When, by what and through whom a case was recorded.
///
/// @param version the version of the program that investigated it
/// @param started when the run began, by the clock of the machine
/// @param finished when it ended
/// @param stopped whether it was stopped before its end
/// @param resolver who was asked, as `Resolution.description()` told it
/// @param ownSource whether that was somebody whom the analyst named
/// @param clockOffset how far the machine's clock was ahead, where that is known
public record Provenance(
    String version,
    Instant started,
    Instant finished,
    boolean stopped,
    String resolver,
    boolean ownSource,
    Optional<ClockOffset> clockOffset) {

  /// That of a run which begins, and has not come to its end.
  ///
  /// @param asked who is asked; none where nobody is yet
  public static Provenance begun(Optional<Resolution> asked, Instant now) {
    return new Provenance(
        Version.current(),
        now,
        now,
        true,
        asked.map(Resolution::description).orElse("nobody"),
        asked.filter(Resolution::named).isPresent(),
        Optional.empty());
  }
}
