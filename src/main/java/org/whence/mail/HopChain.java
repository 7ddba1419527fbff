package org.whence.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The way of a message, as its Received fields tell it. Each server puts its field on top (RFC
/// 5321, 4.4), so the newest comes first; what is below the first server that is to be believed,
/// the sender may have made up.
///
/// @param hops the steps, newest first, those that are no relay steps included
/// @param defects what was odd: more than [#MAX_RECEIVED] fields
public record HopChain(List<Hop> hops, List<Defect> defects) {
  /// How many Received fields are read at most, from the newest.
  public static final int MAX_RECEIVED = 500;

  public HopChain {
    hops = List.copyOf(hops);
    defects = List.copyOf(defects);
  }

  /// Reads the Received fields of a message.
  public static HopChain of(Message message) {
    var fields = message.all("Received");
    var hops = new ArrayList<Hop>();
    var number = 0;
    @Nullable Instant older = null;
    for (int i = Math.min(fields.size(), MAX_RECEIVED) - 1; i >= 0; i--) {
      var step = ReceivedParser.parse(fields.get(i).value());
      var moment = step.date().flatMap(MailDate::instant);
      var before = Optional.ofNullable(older);
      var delay = before.flatMap(from -> moment.map(to -> Duration.between(from, to)));
      var isRelay = step.result() != Received.Result.IGNORED;
      hops.add(
          new Hop(
              i, isRelay ? Optional.of(++number) : Optional.empty(), fields.get(i), step, delay));
      older = moment.orElse(older);
    }
    return new HopChain(hops.reversed(), tooMany(fields));
  }

  /// The steps, oldest first.
  public List<Hop> oldestFirst() {
    return hops.reversed();
  }

  /// How many relay steps there are, which is the number of the newest.
  public int relays() {
    return (int) hops.stream().filter(Hop::relay).count();
  }

  private static List<Defect> tooMany(List<HeaderField> fields) {
    if (fields.size() <= MAX_RECEIVED) {
      return List.of();
    }
    var unread = fields.get(MAX_RECEIVED);
    return List.of(new Defect(Defect.Kind.TOO_MANY_RECEIVED, unread.start(), unread.line()));
  }
}
