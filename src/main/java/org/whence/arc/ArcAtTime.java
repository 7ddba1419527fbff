package org.whence.arc;

import java.time.Instant;
import org.whence.chain.Verdict;

/// What a chain comes to at another time, with the keys and by the expiry of then.
///
/// @param time the time
/// @param verdict what it comes to
/// @param reason why
public record ArcAtTime(Instant time, Verdict verdict, ArcReason reason) {}
