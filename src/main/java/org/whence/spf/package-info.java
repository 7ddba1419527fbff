/// SPF: may this client send mail for this domain? (RFC 7208)
///
/// A record is read by [RecordParser] into an [SpfRecord], whole and with the place of each term;
/// what is wrong with it is part of it. [SpfVerifier] evaluates: `check_host()` is [HostCheck],
/// which calls itself for `include` and `redirect`; [MechanismCheck] holds one mechanism against
/// the client ([AddressCheck] and [ServerCheck] its addresses), [MacroExpander] expands, [Ledger]
/// counts, [Explainer] fetches what a `fail` says.
///
/// The tree reads as the record does: one step a term, in order, with its expansion, its questions
/// and what the answers were held against; terms that were not reached are there with the reason.
///
/// Decisions where RFC 7208 leaves room: a target name that is no name does not match (4.8). Void
/// look-ups are counted by question (11.1), but not those for names that the client's PTR gave,
/// which are not the publisher's (4.6.4). More than ten MX names are a permerror before any is
/// looked up, so that the order of an answer decides nothing. With `%{i}` IPv6 nibbles are in
/// capitals, as the test suite has them. Internationalized domains become A-labels as in RFC 5891,
/// 5, without the tables of code points that are not allowed.
@NullMarked
package org.whence.spf;

import org.jspecify.annotations.NullMarked;
