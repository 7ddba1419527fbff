/// What the analyst writes: the note at the selected step, in the inspector, and all of it in the
/// tab of notes, with the conclusion and the tags.
@NullMarked
package org.whence.gui.note;

import org.jspecify.annotations.NullMarked;
