package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The window closes by itself where somebody only wants to know how long it takes to appear.
final class FirstFrameTest extends GuiTest {
  @Test
  void windowClosesOnceItWasDrawn() throws InterruptedException {
    var closed = new CountDownLatch(1);
    robot.interact(() -> {
      stage().setOnHiding(_ -> closed.countDown());
      new FirstFrame(stage()).start();
    });

    assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(stage().isShowing()).isFalse();
  }
}
