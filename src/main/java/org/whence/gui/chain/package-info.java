/// The tree of evidence while it grows: verdict strip, filters, search, and the tree table.
///
/// Items of the tree are made once for a node and kept, so that what is selected, open or scrolled
/// to stays so while rows arrive; a batch of events moves nothing that is already there.
@NullMarked
package org.whence.gui.chain;

import org.jspecify.annotations.NullMarked;
