/// Whom the analyst believes: the servers and authserv-ids of the mail to be ticked, others to be
/// added, the way in which the trust line is drawn, and the names under which all that is kept.
@NullMarked
package org.whence.gui.trust;

import org.jspecify.annotations.NullMarked;
