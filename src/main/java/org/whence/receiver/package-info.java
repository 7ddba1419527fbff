/// What a receiving server would have made of a client and its message: its decision, rule by rule,
/// and what it would have written down.
///
/// A [Profile] is data: a few lines that say how a software reads IPREV and at which stage it
/// refuses with which reply; those that come with the program lie beside this package, each with
/// its source, and an analyst may write one. [Receiver] holds it against a [Session], the results
/// of the checks, and gives a [Judgement]: each rule with the step of the tree that it rests on.
/// Nothing is asked of DNS here; [ClientNames] reads the answers again as other software would.
///
/// [AuthenticationResultsWriter] (RFC 8601), [ReceivedSpfWriter] (RFC 7208, 9.1), [LogLine] (RFC
/// 5424) and [BlockRules] write what such a server writes. Names out of DNS, HELO and MAIL FROM are
/// an attacker's: all of them go through [SmtpText], [FieldText] or an escape of their own, so that
/// none ends a line, a quoted string or a command.
@NullMarked
package org.whence.receiver;

import org.jspecify.annotations.NullMarked;
