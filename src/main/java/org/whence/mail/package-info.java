/// A mail as bytes: its header fields with their places, and the way that its Received fields tell.
///
/// [Message] cuts a source into fields and body without copying it (RFC 5322, 2.1 and 2.2), and
/// says in [Defect]s what was odd. [ReceivedParser] reads one Received value by the grammar of RFC
/// 5321, 4.4, clause by clause; what an MTA writes into comments is read from that comment alone,
/// and nothing is ever looked for in the whole line. [HopChain] puts the steps in order, [Border]
/// finds the client that handed the message to the first trusted server.
///
/// Everything here is written by strangers. Nothing throws on any input, everything runs in linear
/// time, and size, depth and count have limits with names. Control characters stay in the values:
/// whoever shows one makes it safe for its place.
///
/// Deviations, all on the lenient side: a bare CR or LF ends a line as CRLF does, and so does the
/// CR CR LF of a file converted twice; a line in the header that is no field is kept, without a
/// name, because evidence after it is still evidence.
@NullMarked
package org.whence.mail;

import org.jspecify.annotations.NullMarked;
