package org.whence.cli;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.whence.chain.ChainListener;
import org.whence.dns.Exchange;
import org.whence.dns.Question;

/// Counts what was asked and answered, on standard error, where that is a terminal.
final class Progress implements ChainListener {
  private static final long PAUSE = Duration.ofMillis(100).toNanos();

  private final Console console;
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicLong drawn = new AtomicLong(System.nanoTime());

  private Progress(Console console) {
    this.console = console;
  }

  /// Progress where somebody sees it; otherwise nothing.
  static ChainListener on(Console console) {
    return console.errIsTerminal() ? new Progress(console) : ChainListener.NONE;
  }

  /// Takes the progress line away, before the answer is printed.
  static void end(ChainListener listener) {
    if (listener instanceof Progress progress && progress.asked.get() > 0) {
      progress.console.err().print(Console.ERASE_LINE);
      progress.console.err().flush();
    }
  }

  @Override
  public void asked(String path, Question question) {
    asked.incrementAndGet();
    draw();
  }

  @Override
  public void answered(String path, Exchange exchange) {
    answered.incrementAndGet();
    draw();
  }

  private void draw() {
    var last = drawn.get();
    var now = System.nanoTime();
    if (now - last > PAUSE && drawn.compareAndSet(last, now)) {
      console
          .err()
          .print(
              Console.ERASE_LINE + answered.get() + " of " + asked.get() + " questions answered");
      console.err().flush();
    }
  }
}
