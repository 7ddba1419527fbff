/// IPREV: does the address of an SMTP client have a name, and does that name lead back to the
/// address? (RFC 8601, 2.7.3 and 3; also known as forward-confirmed reverse DNS.)
///
/// [IprevVerifier] asks PTR, then A and AAAA for each name, and judges. Beside the verdict, as
/// information only, [ClientComparison] holds the names against HELO and the MAIL FROM domain, and
/// [GenericName] tells a name that an access provider gave from one that somebody chose. [Rotation]
/// checks a client again and tells whether the answers change, or depend on who is asked.
///
/// Decisions: names are evaluated up to ten (the limit is SPF's, RFC 7208, 4.6.4; RFC 8601 wants
/// one and names none). Both address types are asked whatever the client's, because the answer is
/// evidence. One name that leads back is enough. Nothing temporary is ever called a failure.
@NullMarked
package org.whence.iprev;

import org.jspecify.annotations.NullMarked;
