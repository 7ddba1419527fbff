/// What the window shows, as observable state without a control.
///
/// [Desk] is what the analyst does, put together from a desk a concern: [InputDesk] for what is put
/// in, [RunDesk] for a run, [StepDesk] for single steps, [ListDesk] for long lists. All work
/// through [Tasks], so that nothing here knows the toolkit's thread, and every class is tested
/// without a display. All state is changed on one thread, that which [Tasks] hands results back on;
/// in the program it is JavaFX's.
///
/// Live events come from many threads into [LiveEvents]; [ChainModel] and [QueriesModel] take them
/// out in batches. What a stopped or replaced run still says is dropped by [Tasks.Lane].
///
/// Of JavaFX only `javafx.base` is used: properties and observable lists.
@NullMarked
package org.whence.gui.model;

import org.jspecify.annotations.NullMarked;
