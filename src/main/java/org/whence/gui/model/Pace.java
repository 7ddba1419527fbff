package org.whence.gui.model;

import java.time.Duration;
import org.whence.dns.ResolverSettings;

/// How long servers are waited for, and how hard they are pressed. Within these bounds the number
/// of questions at a time follows the answers of each server.
///
/// @param timeout how long one query waits for its answer
/// @param tries how often one server is asked
/// @param inFlight how many questions one server is asked at the same time, at most
/// @param rate how many queries one server is sent a second, at most; 0 for no limit
public record Pace(Duration timeout, int tries, int inFlight, int rate) {
  /// As the command line is without being told.
  public static final Pace USUAL = usual();

  private static Pace usual() {
    var usual = ResolverSettings.defaults();
    return new Pace(usual.timeout(), usual.tries(), usual.inFlight(), usual.rate());
  }
}
