/// What changed since the run before, or since a recording, as a tree of differences.
@NullMarked
package org.whence.gui.changes;

import org.jspecify.annotations.NullMarked;
