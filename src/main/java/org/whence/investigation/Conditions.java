package org.whence.investigation;

import java.time.InstantSource;
import java.util.List;
import org.whence.dmarc.DmarcSpec;
import org.whence.dns.Resolution;

/// What the checks of a run have in common.
///
/// @param ownSource whether answers come from somewhere that the analyst named, who may then ask it
///   for an address of special use
/// @param peers everybody who is asked where a client is checked again
/// @param clock the clock to judge by: the machine's, or set to the moment that the analyst named
/// @param dmarc the text that DMARC is judged by
/// @param both whether the other text is told beside it
record Conditions(
    Options options,
    boolean ownSource,
    List<Resolution.Peer> peers,
    InstantSource clock,
    DmarcSpec dmarc,
    boolean both) {
  Conditions(Options options, boolean ownSource, List<Resolution.Peer> peers, InstantSource clock) {
    this(options, ownSource, peers, clock, DmarcSpec.RFC9989, true);
  }

  /// Whether more is told than verdicts need: what the other text says, and what would have made a
  /// signature fit.
  boolean explaining() {
    return both;
  }

  /// The same with DMARC judged by one text alone.
  Conditions withDmarc(DmarcSpec spec) {
    return new Conditions(options, ownSource, peers, clock, spec, false);
  }
}
