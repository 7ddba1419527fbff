/// The mail itself: what it consists of, its fields, words and links, what was put right in it, and
/// its octets. What is chosen in one of them is shown in the others, and in the chain.
///
/// Nothing of a mail is drawn as HTML, opened or fetched. Links are defanged here whatever the
/// switch for it says.
@NullMarked
package org.whence.gui.message;

import org.jspecify.annotations.NullMarked;
