/// What the way of a message shows when its steps are held against each other.
///
/// [WayReader] takes the steps as the Received fields tell them (RFC 5321, 4.4) and says of each:
/// when it was, and by how much its server's clock differs from those of the others; whether the
/// server of one step is the client of the next; whether it was in the clear or under TLS (RFC
/// 3848, 8996, 9325); which of its addresses are of special use; and who is known to run its hosts.
/// Of the way as a whole it says how long it took, and whether the envelope's sender was rewritten.
///
/// Everything is a [org.whence.chain.Finding], in neutral words, for the branch of the step. A
/// field below the trust line may be made up, and then all that follows from it is. Asks nothing;
/// linear in the number of steps but for the clocks, which are sorted.
@NullMarked
package org.whence.hop;

import org.jspecify.annotations.NullMarked;
