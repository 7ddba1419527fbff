package org.whence.gui;

import java.util.concurrent.CountDownLatch;
import org.whence.dns.Exchange;
import org.whence.dns.Question;
import org.whence.dns.Resolver;

/// A resolver that answers when the test lets it.
final class Gate implements Resolver {
  private final Resolver behind;
  private final CountDownLatch asked;
  private final CountDownLatch open = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);

  /// @param questions how many questions [#awaitAsked] waits for
  Gate(Resolver behind, int questions) {
    this.behind = behind;
    this.asked = new CountDownLatch(questions);
  }

  @Override
  public Exchange resolve(Question question) throws InterruptedException {
    asked.countDown();
    try {
      open.await();
    } catch (InterruptedException e) {
      interrupted.countDown();
      throw e;
    }
    return behind.resolve(question);
  }

  void awaitAsked() throws InterruptedException {
    asked.await();
  }

  void awaitInterrupted() throws InterruptedException {
    interrupted.await();
  }

  void open() {
    open.countDown();
  }
}
