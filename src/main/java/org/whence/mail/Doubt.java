package org.whence.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A field above the trust line that is believed on weak grounds.
///
/// @param kind the grounds
/// @param above the step above the field, for [Kind#LOCAL] the one within a host
/// @param below the step of the field
public record Doubt(Kind kind, Hop above, Hop below) {
  /// Why a field is believed.
  public enum Kind {
    /// It says so itself: see [HandOver#PRESUMED].
    PRESUMED,
    /// The client above it is a server of ours, but the field names another that wrote it. That may
    /// be another name of the same host.
    OTHER_SERVER,
    /// A program of the host handed the message over, as filters do that put it back, but as others
    /// do that made it.
    LOCAL
  }

  /// Finds them, newest first.
  ///
  /// @param index the place of the oldest step above the line, newest first from 0
  public static List<Doubt> above(HopChain chain, TrustedServers trusted, int index) {
    var doubts = new ArrayList<Doubt>();
    Optional<Hop> newer = Optional.empty();
    Optional<Hop> local = Optional.empty();
    for (var hop : chain.hops()) {
      if (hop.index() > index) {
        break;
      }
      if (hop.relay()) {
        newer.flatMap(above -> between(above, hop, trusted)).ifPresent(doubts::add);
        local.map(above -> new Doubt(Kind.LOCAL, above, hop)).ifPresent(doubts::add);
        newer = Optional.of(hop);
        local = Optional.empty();
      } else if (isSubmission(hop.received())) {
        local = Optional.of(hop);
      }
    }
    return List.copyOf(doubts);
  }

  /// What a program handed in names the host; what qmail writes within itself does not. Mailboxes
  /// that were read, and filters that the server ran, are nobody's submission.
  private static boolean isSubmission(Received step) {
    return step.by().isPresent() && step.with().filter(ReceivedParser::isOfHost).isEmpty();
  }

  private static Optional<Doubt> between(Hop above, Hop below, TrustedServers trusted) {
    var step = below.received();
    return switch (HandOver.of(above.received(), Optional.of(step), trusted)) {
      case PRESUMED -> Optional.of(new Doubt(Kind.PRESUMED, above, below));
      case OWN, LOCAL ->
          HandOver.isBy(step, trusted) || isByClient(step, above.received())
              ? Optional.empty()
              : Optional.of(new Doubt(Kind.OTHER_SERVER, above, below));
      case STRANGER -> Optional.empty();
    };
  }

  /// Whether the server of a step may be the client of the one above, by its name or its address. A
  /// name without a domain tells nothing.
  private static boolean isByClient(Received step, Received above) {
    var by = step.by().orElse("").toLowerCase(Locale.ROOT);
    return by.indexOf('.') < 0
        || (step.byIp().isPresent() && step.byIp().equals(above.fromIp()))
        || List.of(above.fromRdns(), above.fromHelo(), above.fromName(), above.by()).stream()
            .flatMap(Optional::stream)
            .anyMatch(name -> isBeside(by, name.toLowerCase(Locale.ROOT)));
  }

  /// The same name, or one below the same domain.
  private static boolean isBeside(String by, String name) {
    var domain = name.substring(name.indexOf('.') + 1);
    return by.equals(name) || by.endsWith("." + (domain.indexOf('.') < 0 ? name : domain));
  }
}
