package org.whence.dmarc;

import org.whence.chain.Verdict;

/// A domain and what authenticating it came to: the domain of MAIL FROM with the result of SPF, or
/// the `d=` of a signature with that of DKIM (RFC 9989, 4.4.1 and 4.4.2).
///
/// @param result only `pass` authenticates
/// @param domain as it was claimed, hostile; may be no name at all
public record Identifier(Verdict result, String domain) {}
