package org.whence.hop;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.whence.mail.HopChain;
import org.whence.mail.Message;

/// What is known when the way of a message is looked at.
///
/// @param chain its steps
/// @param now the clock to judge by
/// @param border the place of the step at the trust line among [HopChain#hops]
/// @param related whether two domains, in A-labels, are of one organization
public record WayRequest(
    Message message,
    HopChain chain,
    Instant now,
    Optional<Integer> border,
    BiPredicate<String, String> related) {}
