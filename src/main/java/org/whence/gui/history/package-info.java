/// The sheet of the history: search, the cases that were found, what is known of one, how long
/// cases are kept, export and wipe. What is done is [org.whence.gui.model.HistoryDesk].
@NullMarked
package org.whence.gui.history;

import org.jspecify.annotations.NullMarked;
