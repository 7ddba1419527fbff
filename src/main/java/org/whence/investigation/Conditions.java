package org.whence.investigation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whence.dkim.AsOf;
import org.whence.dmarc.DmarcSpec;
import org.whence.dns.Resolution;

/// What the checks of a run have in common.
///
/// @param ownSource whether answers come from somewhere that the analyst named, who may then ask it
///   for an address of special use
/// @param sends whether a packet may leave: whether answers come from a network, and this is no
///   plan
/// @param peers everybody who is asked where a client is checked again
/// @param clock the clock to judge by: the machine's, or set to the moment that the analyst named
/// @param machine the machine's clock
/// @param dmarc the text that DMARC is judged by
/// @param both whether the other text is told beside it
record Conditions(
    Options options,
    boolean ownSource,
    boolean sends,
    List<Resolution.Peer> peers,
    InstantSource clock,
    InstantSource machine,
    DmarcSpec dmarc,
    boolean both) {
  /// Judged by the machine's clock, with nothing sent but what the branch asks.
  Conditions(Options options, boolean ownSource, List<Resolution.Peer> peers, InstantSource clock) {
    this(options, ownSource, false, peers, clock, clock, DmarcSpec.RFC9989, true);
  }

  /// The same with other options.
  Conditions with(Options other) {
    return new Conditions(other, ownSource, sends, peers, clock, machine, dmarc, both);
  }

  /// The other times that signatures are judged by: when the message came in; or the moment that
  /// the analyst named, with the keys of then, and now.
  AsOf asOf(Optional<Instant> cameIn) {
    var times = new ArrayList<Instant>();
    if (options.at().isEmpty()) {
      cameIn.ifPresent(times::add);
    } else {
      options.at().filter(_ -> !options.keys().isEmpty()).ifPresent(times::add);
      times.add(machine.instant());
    }
    return new AsOf(times, options.keys());
  }

  /// Whether more is told than verdicts need: what the other text says, and what would have made a
  /// signature fit.
  boolean explaining() {
    return both;
  }

  /// The same with DMARC judged by one text alone.
  Conditions withDmarc(DmarcSpec spec) {
    return new Conditions(options, ownSource, sends, peers, clock, machine, spec, false);
  }
}
