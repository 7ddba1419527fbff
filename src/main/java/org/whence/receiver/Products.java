package org.whence.receiver;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Everything that can be written about a client and its message.
///
/// @param all in the order of the kinds; without block rules where none is offered
/// @param offer whether a block is offered, or why not
public record Products(List<Product> all, Block.Offer offer) {
  public Products {
    all = List.copyOf(all);
  }

  /// What is written into them.
  ///
  /// @param receiver the name of the server that writes, hostile
  /// @param enterprise the private enterprise number of the log line (RFC 5424, 7.2.2)
  /// @param reason the case that a block is for, hostile
  /// @param from when they are written, and a block begins
  /// @param lasts how long a block lasts
  public record Wanted(
      String receiver, long enterprise, String reason, Instant from, Duration lasts) {
    /// How long a block lasts where nobody says otherwise.
    public static final Duration WEEK = Duration.ofDays(7);
  }

  /// Writes them.
  ///
  /// @param signatures the signatures of the message, from top to bottom
  /// @param own whether an address is a relay of the analyst's own, which is never blocked
  public static Products of(
      Session session, List<Signed> signatures, Wanted wanted, Predicate<InetAddress> own) {
    var all = new ArrayList<Product>();
    all.add(
        new Product(
            Product.Kind.AUTHENTICATION_RESULTS,
            AuthenticationResultsWriter.write(wanted.receiver(), session, signatures)));
    session
        .spf()
        .ifPresent(spf ->
            all.add(
                new Product(
                    Product.Kind.RECEIVED_SPF, ReceivedSpfWriter.write(wanted.receiver(), spf))));
    session
        .iprev()
        .ifPresent(_ ->
            all.add(
                new Product(
                    Product.Kind.LOG_LINE,
                    LogLine.iprev(wanted.receiver(), wanted.enterprise(), wanted.from(), session)
                        + "\n")));
    var offer =
        Block.offer(
            new Block(
                session.client(),
                session.senderDomain().orElse(""),
                wanted.reason(),
                wanted.from(),
                wanted.lasts()),
            own);
    if (offer instanceof Block.Offer.Offered(var block)) {
      for (var kind : Product.Kind.values()) {
        kind.block()
            .ifPresent(format -> all.add(new Product(kind, BlockRules.write(block, format))));
      }
    }
    return new Products(all, offer);
  }
}
