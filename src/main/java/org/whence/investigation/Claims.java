package org.whence.investigation;

import java.util.Optional;

/// What a client said of itself, as far as it is known.
///
/// @param helo the argument of HELO or EHLO
/// @param mailFrom the sender of the envelope; an empty text for the null sender
record Claims(Optional<String> helo, Optional<String> mailFrom) {}
