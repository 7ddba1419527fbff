package org.whence.cli;

import java.time.Duration;
import java.util.Locale;

/// How far a list is, on standard error, where that is a terminal: how much, how fast, how long
/// yet.
final class ListProgress {
  private static final long PAUSE = Duration.ofMillis(200).toNanos();

  private final Console console;
  private final boolean drawn;
  private final long all;
  private final long before;
  private final long start;
  private long done;
  private long last;

  /// @param alone whether nothing else is written to the terminal
  /// @param all how many addresses there are
  /// @param before how many of them an earlier run did
  /// @param now on the scale of [System#nanoTime]
  ListProgress(Console console, boolean alone, long all, long before, long now) {
    this.console = console;
    this.drawn = alone && console.errIsTerminal();
    this.all = all;
    this.before = before;
    this.done = before;
    this.start = now;
    this.last = now;
  }

  /// One more is done.
  void one(long now) {
    done++;
    if (drawn && now - last >= PAUSE) {
      last = now;
      console.err().print(Console.ERASE_LINE + text(now));
      console.err().flush();
    }
  }

  /// Such as `12,345 of 100,000 addresses, 9,876 a second, 9 s left`.
  String text(long now) {
    var seconds = (now - start) / 1e9;
    var rate = seconds <= 0 ? 0 : (done - before) / seconds;
    var text = counts() + String.format(Locale.ROOT, ", %,.0f a second", rate);
    return rate < 1e-9 ? text : text + ", " + left((all - done) / rate);
  }

  /// Such as `12,345 of 100,000 addresses`.
  String counts() {
    return String.format(Locale.ROOT, "%,d of %,d addresses", done, all);
  }

  private static String left(double seconds) {
    var whole = Math.round(Math.ceil(seconds));
    if (whole < 60) {
      return whole + " s left";
    }
    return whole < 3600
        ? "%d min %d s left".formatted(whole / 60, whole % 60)
        : "%d h %d min left".formatted(whole / 3600, whole % 3600 / 60);
  }

  /// Takes the line away.
  void end() {
    if (drawn) {
      console.err().print(Console.ERASE_LINE);
      console.err().flush();
    }
  }
}
