package org.whence.history;

import java.time.Instant;

/// That something was seen before.
///
/// @param cases in how many other cases
/// @param last when the newest of them was investigated
/// @param reference the newest one's reference
/// @param name what its input was called; hostile
public record Sighting(Trait trait, int cases, Instant last, String reference, String name) {}
