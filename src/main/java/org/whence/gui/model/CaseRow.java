package org.whence.gui.model;

import org.whence.investigation.Enclosed;

/// One of several things in an input, as the list of cases shows it.
///
/// @param enclosed how it is opened
/// @param name what it is called, safe to show
/// @param depth how many containers it stands in, from 0
/// @param container whether it was opened and turned out to hold others
public record CaseRow(Enclosed enclosed, String name, int depth, boolean container) {}
