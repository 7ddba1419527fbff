/// The tree of evidence: what was looked at, what was asked, what was found and why.
///
/// A check grows one [Branch]; that is its only way to ask DNS, so nothing is judged without its
/// evidence. A branch that is closed is a [Step], immutable, with its conclusion ([Outcome]), its
/// findings, the exchanges with DNS that it rests on, and the steps below it. Windows listen while
/// it grows ([ChainListener]); reports read the finished steps. It is the same tree everywhere.
///
/// Nothing here is text for people: a [Topic] and a [Reason] are keys with [Value]s, which the
/// front ends put into words. So a check that is added brings its own topics and reasons, and
/// neither this package nor the writers of reports change.
///
/// Aliases are followed here, a step each (RFC 1034, 3.6.2; RFC 2317), because they mean the same
/// to every check.
@NullMarked
package org.whence.chain;

import org.jspecify.annotations.NullMarked;
