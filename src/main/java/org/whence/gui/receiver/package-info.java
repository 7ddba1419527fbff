/// What receiving servers would have done with the client, rule by rule, and what they would have
/// written. Choosing a rule selects the step that it rests on.
@NullMarked
package org.whence.gui.receiver;

import org.jspecify.annotations.NullMarked;
