package org.whence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LoggingTest {
  private static final Logger LIBRARY = Logger.getLogger("javafx");

  @AfterEach
  void quietAgain() {
    Logging.quiet();
  }

  @Test
  void librariesAreSilent() {
    Logging.quiet("check", "192.0.2.1");
    assertThat(LIBRARY.isLoggable(Level.SEVERE)).isFalse();
    assertThat(Logger.getLogger("").getHandlers()).isEmpty();
  }

  @Test
  void debuggingLetsWarningsThrough() {
    Logging.quiet("check", "--debug");
    assertThat(LIBRARY.isLoggable(Level.WARNING)).isTrue();
    assertThat(LIBRARY.isLoggable(Level.INFO)).isFalse();
    assertThat(LogManager.getLogManager().getLogger("").getHandlers()).hasSize(1);
  }
}
