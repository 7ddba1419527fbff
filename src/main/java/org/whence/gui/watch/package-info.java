/// The sheet that watches a folder: which, where to, in which formats, and what came of it. What is
/// done is [org.whence.gui.model.WatchDesk].
@NullMarked
package org.whence.gui.watch;

import org.jspecify.annotations.NullMarked;
