/// The sheet of exports: which formats, what they hold, what is taken out of them, how that looks,
/// and where they go. What is done is [org.whence.gui.model.ExportDesk].
@NullMarked
package org.whence.gui.export;

import org.jspecify.annotations.NullMarked;
