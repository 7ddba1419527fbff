/// What the message claims of itself beside what was found, as a table. Choosing a row selects the
/// step of our own result.
@NullMarked
package org.whence.gui.claim;

import org.jspecify.annotations.NullMarked;
