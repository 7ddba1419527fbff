/// The window itself: toolbar, panes, status bar, keys, the line for notices and the sheet that
/// lies over everything (shortcuts, the tree as text).
@NullMarked
package org.whence.gui.main;

import org.jspecify.annotations.NullMarked;
