/// DMARC: does anything that was authenticated speak for the author's domain, and what does that
/// domain ask to be done where nothing does? (RFC 9989; RFC 7489 beside it)
///
/// A check is a function of the authors' domains, the results of SPF and DKIM as plain pairs
/// ([Identifier]) and DNS. [DmarcVerifier] judges each author's domain in an [AuthorCheck]:
/// [Discovery] finds the record and the organization, by a [TreeWalk] or by the public suffix list
/// ([SuffixDiscovery]); [PolicyCheck] picks the policy, [IdentifierCheck] the alignment.
///
/// Decisions where RFC 9989 leaves room: the author's walk is made whole, and identifiers are
/// walked for only where the names leave it open, because an organization is the name itself or one
/// above it. Of several authors each is judged and the worst decides (11.5 asks for the strictest
/// policy among those that fail). A record with a tag twice is no list of tags (RFC 6376, 3.2) and
/// is discarded; names of tags may be in capitals, as the grammar of RFC 7489 has them. Without an
/// author's domain, and for one that is no name, the result is `none` (RFC 7489, 11.2). A failed
/// question makes `temperror` only where the verdict or the policy hangs on it.
@NullMarked
package org.whence.dmarc;

import org.jspecify.annotations.NullMarked;
