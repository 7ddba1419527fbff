package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PaceTest {
  private final RoundTrip roundTrip = new RoundTrip(RoundTrip.FIRST);

  private void took(int millis, int times) {
    for (var i = 0; i < times; i++) {
      roundTrip.took(Duration.ofMillis(millis));
    }
  }

  @Test
  void beforeAnythingIsKnownItWaitsASecond() {
    assertThat(roundTrip.resendAfter()).isEqualTo(RoundTrip.FIRST);
  }

  @Test
  void steadyServerIsAskedAgainAfterFourRoundTrips() {
    took(200, 50);

    assertThat(roundTrip.resendAfter()).isEqualTo(Duration.ofMillis(800));
  }

  @Test
  void quickServerIsNotAskedAgainInAHurry() {
    took(1, 50);

    assertThat(roundTrip.resendAfter()).isEqualTo(RoundTrip.SHORTEST);
  }

  @Test
  void slowServerIsNotWaitedForAtAnyLength() {
    took(4000, 50);

    assertThat(roundTrip.resendAfter()).isEqualTo(RoundTrip.LONGEST);
  }

  @Test
  void serverThatAnswersUnevenlyIsGivenMoreTime() {
    for (var i = 0; i < 50; i++) {
      took(300, 1);
      took(20, 3);
    }

    assertThat(roundTrip.resendAfter()).isGreaterThan(Duration.ofMillis(400));
  }

  @Test
  void rateSpreadsQueriesEvenly() {
    var rate = new Rate(10);

    assertThat(rate.reserve(0)).isZero();
    assertThat(rate.reserve(0)).isEqualTo(Duration.ofMillis(100));
    assertThat(rate.reserve(50_000_000)).isEqualTo(Duration.ofMillis(150));
    assertThat(rate.reserve(1_000_000_000)).isZero();
    assertThat(rate.reserve(1_000_000_000)).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void withoutALimitNothingWaits() {
    var rate = new Rate(0);

    assertThat(rate.reserve(0)).isZero();
    assertThat(rate.reserve(0)).isZero();
  }
}
