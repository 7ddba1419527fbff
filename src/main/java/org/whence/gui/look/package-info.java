/// What all panes share in looks: the mark of a verdict (icon, word and colour, never colour
/// alone), values that can be selected, the themes, and the dress of tables.
///
/// Colours of verdicts are in `verdict.css` alone, by pseudo-class, from the variables of the
/// theme; `bridge.css` maps the names that ControlsFX draws with (Modena) to them.
@NullMarked
package org.whence.gui.look;

import org.jspecify.annotations.NullMarked;
