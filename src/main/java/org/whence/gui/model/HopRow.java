package org.whence.gui.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.whence.chain.Value;
import org.whence.hop.HopNotes;
import org.whence.investigation.InvestigationTopic;
import org.whence.investigation.Options;
import org.whence.investigation.Ways;
import org.whence.mail.HeaderField;
import org.whence.mail.Hop;
import org.whence.mail.HopChain;
import org.whence.mail.MailDate;
import org.whence.mail.Message;
import org.whence.mail.Received;

/// One hop as the table of hops shows it. What the field tells is real and hostile.
///
/// @param number 1 for the oldest; 0 for a step within a host, which has none
/// @param hop the Received field
/// @param notes what was noticed about it beside its neighbours
public record HopRow(int number, Hop hop, HopNotes notes) {
  /// The hops of a mail, oldest first.
  ///
  /// @param now the clock to judge by
  static List<HopRow> of(Message message, Instant now) {
    var chain = HopChain.of(message);
    var way = Ways.of(message, chain, Optional.empty(), Options.defaults(), now);
    return chain.oldestFirst().stream()
        .map(hop -> new HopRow(hop.number().orElse(0), hop, way.hops().get(hop.index())))
        .toList();
  }

  /// The hop's step in the tree, once there is one.
  public Optional<ChainNode> node(ChainModel chain) {
    return chain.tops().stream()
        .filter(top -> top.topic() == InvestigationTopic.HOP)
        .filter(top -> top.values().getFirst() instanceof Value.Count(var n) && n == number)
        .findFirst();
  }

  /// What the field says.
  public Received received() {
    return hop.received();
  }

  /// Its place in the message.
  public HeaderField field() {
    return hop.field();
  }

  /// How long the mail took to here from the hop before: negative where this clock is behind that
  /// one; absent for the oldest, and where a time is missing.
  public Optional<Duration> delay() {
    return hop.delay();
  }

  /// When its server took the mail in, by its clock; absent where it does not tell.
  public Optional<Instant> moment() {
    return received().date().flatMap(MailDate::instant);
  }

  /// By how much that clock is ahead of those of the others; negative where it is behind.
  public Optional<Duration> ahead() {
    return notes.ahead();
  }
}
