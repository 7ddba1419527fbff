/// A long list of addresses as a table: a row an address, in the order of the list, lines that were
/// not understood among them with their numbers.
///
/// The table is flat and virtual and told of a batch at a time; a tree of all rows, or a call for
/// each, takes far longer than a frame. Filters and order are worked out in the background: the
/// words of a hundred thousand rows are no work for a frame either. The filters are text fields of
/// our own, one above each column: those of ControlsFX (`FilteredTableView`, `TableFilter`) take
/// 160 ms a frame, or open by the mouse alone.
@NullMarked
package org.whence.gui.list;

import org.jspecify.annotations.NullMarked;
