/// Fetches one document over HTTPS, where the analyst asks for that very one: the policy of MTA-STS
/// (RFC 8461, 3.2), the logo of BIMI. Whoever runs the server sees that it was fetched and by whom,
/// so nothing here is ever done by itself.
///
/// [HttpsFetch] asks DNS for the host through a branch, refuses it if any of its addresses is set
/// aside (RFC 6890), so that no name leads into a network of one's own, and connects to the very
/// address that was looked at. Between the two lies a [Prospect], so that what a fetch reveals can
/// be shown first, and a plan look no further. The certificate has to be valid for the host.
/// Redirects are not followed (RFC 8461, 3.3), a document has a largest size and a longest time,
/// and what comes is text or octets with a hash: nothing is rendered, and nothing in it is fetched.
@NullMarked
package org.whence.fetch;

import org.jspecify.annotations.NullMarked;
