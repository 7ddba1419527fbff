package org.whence.dkim;

import java.time.Instant;
import java.util.Optional;
import org.whence.chain.Verdict;

/// What a signature comes to at another time.
///
/// @param time the time
/// @param verdict what it comes to
/// @param reason why
/// @param keySeen when the key was heard that was used, where a recording holds it; otherwise it is
///   the key that was answered now
public record AtTime(Instant time, Verdict verdict, DkimReason reason, Optional<Instant> keySeen) {}
