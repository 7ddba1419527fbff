/// Every question to DNS as a table.
@NullMarked
package org.whence.gui.queries;

import org.jspecify.annotations.NullMarked;
