/// Whence: the way in.
@NullMarked
package org.whence;

import org.jspecify.annotations.NullMarked;
