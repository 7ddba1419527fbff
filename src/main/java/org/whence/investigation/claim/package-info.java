/// What the fields of a message claim about it, held against what we find (RFC 8601, RFC 8617, RFC
/// 7208, 9.1).
///
/// [ClaimReader] reads every field that states a result: Authentication-Results, the ones in ARC
/// sets, Received-SPF, and what vendors write in the same grammar. [ClaimCheck] holds each
/// statement against our own result of the same method, of the same subject, and where they differ
/// says what the evidence offers as the cause: another address or identity, a key that is gone, a
/// body that was changed, DNS that failed then or now. [Standing] tells whether a field is
/// believed, and why.
///
/// Decisions: a claim decides nothing, so its steps are neutral. A difference is told, and who is
/// right is not. A field that bears an id of the analyst's own servers below the trust line, where
/// those servers would have deleted it, is marked.
@NullMarked
package org.whence.investigation.claim;

import org.jspecify.annotations.NullMarked;
