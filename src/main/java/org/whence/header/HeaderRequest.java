package org.whence.header;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.whence.mail.Message;

/// What is known when a header is looked at.
///
/// @param arrived when the server at the border took the message in, by its own clock
/// @param now the clock to judge by
/// @param mailFrom the sender of the envelope; empty text for the null sender
/// @param international whether a step says that the message was sent with SMTPUTF8
/// @param related whether two domains, in A-labels, are those of one organization
public record HeaderRequest(
    Message message,
    Optional<Instant> arrived,
    Instant now,
    Optional<String> mailFrom,
    boolean international,
    BiPredicate<String, String> related) {}
