/// ARC: what did those who passed the message on find, and does their chain hold? (RFC 8617)
///
/// [ArcChain] collects the fields of a message into sets and says what is wrong with their
/// structure. [ArcVerifier] validates the chain as in 5.2 and judges every set, also where the
/// chain has failed already, with the parts of `dkim`: each message signature, each seal. The chain
/// says what its validation came to; each set has its own.
///
/// RFC 8617, 5.2.1: all failures are permanent, those of DNS too; the reason tells which it was. A
/// seal that says `cv=fail` signs its own set alone (5.1.2), and so it is judged. Message
/// signatures that sign ARC fields other than seals are common, and taken. A key in testing counts:
/// ARC knows no such thing. A message signature without `c=` is relaxed/relaxed, as the test suite
/// has it.
///
/// The working group has asked for ARC to become Historic; it is still in much mail, so it is read,
/// checked and explained.
@NullMarked
package org.whence.arc;

import org.jspecify.annotations.NullMarked;
