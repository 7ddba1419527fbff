package org.whence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

final class RealServersTest {
  @Test
  void missingServerSkipsATestAndFailsTheBuildThatDecides() {
    var expected =
        "true".equals(System.getenv("CI")) ? AssertionError.class : TestAbortedException.class;

    assertThatThrownBy(() -> RealServers.require("no-such-server"))
        .isExactlyInstanceOf(expected)
        .hasMessageContaining("no-such-server is not installed");
  }
}
