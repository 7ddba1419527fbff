/// Pages of reports on the screen: the tree of a plan, or of differences, with what is told of each
/// step on lines of its own below it.
///
/// What a page says is decided in `report`, so the window and the command line tell the same.
@NullMarked
package org.whence.gui.page;

import org.jspecify.annotations.NullMarked;
