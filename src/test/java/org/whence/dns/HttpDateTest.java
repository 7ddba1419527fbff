package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpDateTest {
  @Test
  void dateIsReadToTheSecond() {
    assertThat(HttpDate.read(" Mon, 23 Nov 2026 12:00:05 GMT\r"))
        .contains(Instant.parse("2026-11-23T12:00:05Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "Monday, 23-Nov-26 12:00:05 GMT",
        "Mon, 32 Nov 2026 12:00:05 GMT"
      })
  void anythingElseIsNone(String text) {
    assertThat(HttpDate.read(text)).isEmpty();
  }
}
