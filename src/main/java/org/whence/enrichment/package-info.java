/// What others say of an address or a domain, asked through DNS: which network announces the
/// address (Team Cymru's zones), and whether a block list has it (RFC 5782).
///
/// Off unless the analyst switches it on, each source by itself: every question tells its operator
/// what is being looked at. What comes is told beside the checks and changes no verdict.
///
/// The meanings of return codes are data, in `blocklists.tsv`, each with where its operator
/// documents it. A code by which an operator refuses to answer is never taken for a listing, and
/// neither is an answer outside 127.0.0.0/8 or a code that is not known.
@NullMarked
package org.whence.enrichment;

import org.jspecify.annotations.NullMarked;
