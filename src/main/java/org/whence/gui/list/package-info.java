/// A long list of addresses as a table: a row an address, in the order of the list, lines that were
/// not understood among them with their numbers.
///
/// The table is flat and virtual and told of a batch at a time; a tree of all rows, or a call for
/// each, takes far longer than a frame. Filters and order are worked out in the background, for the
/// rows that come and for no others: the words of a hundred thousand rows are no work for a frame.
/// Sorted rows are merged, and the table is told where rows came in between, not that all are
/// others, so that it draws only cells that changed.
///
/// The filters above the columns are controls of ControlsFX. Its tables that filter by themselves
/// (`FilteredTableView`, `TableFilter`) are not used: they look at all rows anew on the toolkit's
/// thread, 160 ms a frame at a hundred thousand, or open by the mouse alone.
@NullMarked
package org.whence.gui.list;

import org.jspecify.annotations.NullMarked;
