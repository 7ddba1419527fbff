package org.whence.header;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.whence.mail.Message;

/// What is known when a header is looked at.
///
/// @param arrived when the server at the border took the message in, by its own clock
/// @param now the clock to judge by
/// @param mailFrom the sender of the envelope; empty text for the null sender
/// @param international whether a step says that the message was sent with SMTPUTF8
/// @param authservIds the ids that the analyst believes
/// @param lineAt where the trust line lies, as an offset into the source, if that is certain
/// @param related whether two domains, in A-labels, are those of one organization
public record HeaderRequest(
    Message message,
    Optional<Instant> arrived,
    Instant now,
    Optional<String> mailFrom,
    boolean international,
    List<String> authservIds,
    Optional<Integer> lineAt,
    BiPredicate<String, String> related) {
  public HeaderRequest {
    authservIds = List.copyOf(authservIds);
  }
}
