/// The inspector: why the selected step was judged so, the evidence as dig would print it, and the
/// ways to copy it.
@NullMarked
package org.whence.gui.detail;

import org.jspecify.annotations.NullMarked;
