/// What was investigated before, in one SQLite database of the analyst's: cases with the addresses,
/// names, HELO names, domains and selectors that they are about, their verdicts, and words to
/// search by. Out of it come the marks "seen before" in the tree ([Marks]).
///
/// Decisions: the history is a convenience and never evidence, so nothing of an investigation waits
/// for it or is changed by it but for the marks, which stand behind everything else; whatever is
/// wrong with the database is one line, and costs the history alone. It holds what a case is about
/// and not the case; the file of the case does. WAL, so that a window and a command line may use it
/// at once; a database that is not ours, or of a newer schema, is left as it is. AS numbers are
/// kept where the analyst had asked for them ([org.whence.enrichment]).
@NullMarked
package org.whence.history;

import org.jspecify.annotations.NullMarked;
