/// The hops of a mail as a table, with the delays between them.
@NullMarked
package org.whence.gui.hops;

import org.jspecify.annotations.NullMarked;
