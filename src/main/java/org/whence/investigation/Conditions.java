package org.whence.investigation;

import java.time.InstantSource;
import org.whence.dmarc.DmarcSpec;

/// What the checks of a run have in common.
///
/// @param ownSource whether answers come from somewhere that the analyst named, who may then ask it
///   for an address of special use
/// @param clock the clock to judge by: the machine's, or set to the moment that the analyst named
/// @param dmarc the text that DMARC is judged by
/// @param both whether the other text is told beside it
record Conditions(
    Options options, boolean ownSource, InstantSource clock, DmarcSpec dmarc, boolean both) {
  Conditions(Options options, boolean ownSource, InstantSource clock) {
    this(options, ownSource, clock, DmarcSpec.RFC9989, true);
  }

  /// The same with DMARC judged by one text alone.
  Conditions withDmarc(DmarcSpec spec) {
    return new Conditions(options, ownSource, clock, spec, false);
  }
}
