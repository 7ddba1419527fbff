/// What a domain publishes about mail, asked for by itself: where its mail goes (MX, RFC 5321, 5;
/// RFC 7505), who may send for it (SPF), what becomes of mail that fails (DMARC, with whether those
/// who are to get reports agreed), its logo (BIMI), how mail to it is encrypted (MTA-STS, RFC 8461;
/// TLS-RPT, RFC 8460; DANE, RFC 7672), who may issue certificates (CAA, RFC 8659), and whether its
/// zone is signed (RFC 4035).
///
/// [PostureVerifier] opens a step for each, all planned before anything is asked. Everything is
/// read through DNS; nothing is fetched. A step says what there is and notes what is odd about it;
/// none of it is a verdict on a message.
///
/// Decisions: DMARC is asked as a message of the domain would have it asked, so that what is shown
/// is what counts. Whether a zone is signed is told by DS and DNSKEY; whether the signatures hold
/// is for a validating resolver to tell.
@NullMarked
package org.whence.posture;

import org.jspecify.annotations.NullMarked;
