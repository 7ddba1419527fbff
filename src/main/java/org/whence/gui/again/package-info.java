/// How often a case is asked again, and of whom, to see what rotates and what depends on who is
/// asked.
@NullMarked
package org.whence.gui.again;

import org.jspecify.annotations.NullMarked;
