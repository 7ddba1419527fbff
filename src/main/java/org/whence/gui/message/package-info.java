/// The message as it came: its fields, and its octets with the selected hop marked.
@NullMarked
package org.whence.gui.message;

import org.jspecify.annotations.NullMarked;
