package org.whence.dns;

import java.time.Duration;

/// How long one query waits.
///
/// @param timeout until it is given up
/// @param resendAfter until its datagram is thought to be lost for the first time, and sent again;
///   twice that for each further time. Connections do not lose anything
record Patience(Duration timeout, Duration resendAfter) {}
