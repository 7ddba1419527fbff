package org.whence.dns;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Validates answers by DNSSEC (RFC 4033 to 4035, 5155, 9276) before they are believed.
///
/// The rules are those of dnsjava's validator; what it needs to know is asked of the same servers,
/// and kept with the answer. Each answer carries its whole way back to the anchor, so keys come out
/// of a cache of their own, and its signatures are checked each time.
///
/// An answer is held against the time at which it came: it is now that its signatures must hold,
/// whenever the mail was sent that asks for it.
final class Validator implements Resolver, AutoCloseable {
  private final Resolver servers;
  private final Resolver keys;
  private final TrustAnchors anchors;
  private final Duration longest;
  private final InstantSource clock;

  /// @param servers who are asked with the flags DO and CD, so that their signatures come, and come
  ///   also where the servers do not believe them (RFC 4035, 3.2.2; RFC 6840, 5.9)
  /// @param longest how long it may take to find out about one answer
  Validator(Resolver servers, TrustAnchors anchors, Duration longest, InstantSource clock) {
    this.servers = servers;
    this.keys = new Cache(servers, clock);
    this.anchors = anchors;
    this.longest = longest;
    this.clock = clock;
  }

  @Override
  public Exchange resolve(Question question) throws InterruptedException {
    var exchange = servers.resolve(question);
    var message = exchange.response().flatMap(response -> response.message(question));
    if (exchange.answer() instanceof Answer.Failed || message.isEmpty()) {
      return exchange;
    }
    var trail = new TrustTrail(question, message.get(), keys, Deadline.in(longest));
    return exchange.validated(trail.validation(anchors, clock));
  }

  /// Who is asked, as URIs in order.
  List<String> servers() {
    return servers instanceof ServerResolver live ? live.uris() : List.of();
  }

  /// Closes what is kept open to the servers.
  @Override
  public void close() {
    if (servers instanceof ServerResolver live) {
      live.close();
    }
  }
}
