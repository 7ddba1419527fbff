package org.whence.hop;

import java.time.Duration;

/// What the clock of one host shows against those of the others.
///
/// @param host the server, as it names itself, in lower case; its address where it has no name
/// @param ahead by how much it is ahead; negative where it is behind. The least that makes the
///   stamps follow each other; what is less than [Clocks#SIGNIFICANT] is nothing
/// @param stamps how many stamps that rests on
public record Clock(String host, Duration ahead, int stamps) {}
