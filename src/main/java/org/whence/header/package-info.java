/// What a header looks like: findings about its fields, each with its place, and the codes that
/// filters wrote into them.
///
/// [HeaderVerifier] grows one branch. Its findings are neutral: they say what is there and which
/// rule speaks of it (RFC 5322, 2045, 2047, 5321, 6532, 5891); what it means is for the reader.
/// Each ends with a [org.whence.chain.Value.Place], so that it can be shown in the source. Below it
/// is a step for each field that a filter writes in codes, which [Codes] puts into words from a
/// table that names its sources. Fields that claim results are held against ours elsewhere, once
/// there are some.
///
/// Nothing here asks DNS. Findings of a kind are told so often and not more, as an attacker writes
/// the header.
@NullMarked
package org.whence.header;

import org.jspecify.annotations.NullMarked;
