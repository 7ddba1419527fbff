package org.whence.dkim;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What is known of the key that a signature names.
///
/// @param name where it is published, without the root dot
/// @param type its `k=`; hostile where it is of no known type
/// @param bits its size; 0 where it cannot be read
/// @param ttl how long its record may be kept, in seconds
/// @param alias where its name leads to, if it is an alias: several domains may share the key
/// @param testing whether it is there for tests
/// @param strict whether `i=` must have the very domain
/// @param asked when the answer was asked for
/// @param age how old the answer was, where it came from the cache
public record KeyFacts(
    String name,
    String type,
    int bits,
    long ttl,
    Optional<String> alias,
    boolean testing,
    boolean strict,
    Instant asked,
    Optional<Duration> age) {}
