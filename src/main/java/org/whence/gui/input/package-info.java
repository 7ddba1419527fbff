/// Where the analyst puts something in, and where the window says what it recognised and repaired;
/// on a first start, the way to the sample case.
@NullMarked
package org.whence.gui.input;

import org.jspecify.annotations.NullMarked;
