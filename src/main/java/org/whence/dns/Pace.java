package org.whence.dns;

import java.time.Duration;

/// How fast one server is asked, which is learned from how it answers.
final class Pace {
  private final Window window;
  private final Rate rate;
  private final RoundTrip roundTrip;

  /// @param inFlight how many questions at the same time, at most
  /// @param rate how many queries a second, at most; 0 for no limit
  Pace(int inFlight, int rate) {
    this(new Window(inFlight), new Rate(rate), new RoundTrip(RoundTrip.FIRST));
  }

  Pace(Window window, Rate rate, RoundTrip roundTrip) {
    this.window = window;
    this.rate = rate;
    this.roundTrip = roundTrip;
  }

  /// Waits until one more question may be asked. Each is ended by [#leave].
  void enter() throws InterruptedException {
    window.enter();
    try {
      var wait = rate.reserve(System.nanoTime());
      if (wait.isPositive()) {
        Thread.sleep(wait);
      }
    } catch (InterruptedException e) {
      window.leave(Window.End.NEITHER);
      throw e;
    }
  }

  /// The server answered after so long.
  void answered(Duration took) {
    roundTrip.took(took);
  }

  /// A question came to its end.
  void leave(Window.End end) {
    window.leave(end);
  }

  /// A datagram was sent that nobody waited to be allowed: the next query waits the longer.
  void sentAgain() {
    var _ = rate.reserve(System.nanoTime());
  }

  /// How long to wait before a datagram is sent again.
  Duration resendAfter() {
    return roundTrip.resendAfter();
  }
}
