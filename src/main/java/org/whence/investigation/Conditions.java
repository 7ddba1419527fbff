package org.whence.investigation;

import java.time.InstantSource;

/// What the checks of a run have in common.
///
/// @param ownSource whether answers come from somewhere that the analyst named, who may then ask it
///   for an address of special use
/// @param clock the clock to judge by: the machine's, or set to the moment that the analyst named
record Conditions(Options options, boolean ownSource, InstantSource clock) {}
