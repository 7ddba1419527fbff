package org.whence.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HopChainTest {

  @Test
  void hopsAreNewestFirstAndNumberedFromTheOldest() {
    var chain =
        chain(
            """
            Received: from b by c; Tue, 1 Jul 2003 10:00:30 +0200
            Subject: x
            Received: (qmail 1 invoked by uid 2); 1 Jul 2003 08:00:20 -0000
            received: from a by b; Tue, 1 Jul 2003 10:00:00 +0200
            """);

    assertThat(chain.hops()).extracting(Hop::index).containsExactly(0, 1, 2);
    assertThat(chain.hops())
        .extracting(Hop::number)
        .containsExactly(Optional.of(2), Optional.empty(), Optional.of(1));
    assertThat(chain.hops()).extracting(hop -> hop.field().line()).containsExactly(1, 3, 4);
    assertThat(chain.hops()).extracting(Hop::relay).containsExactly(true, false, true);
    assertThat(chain.oldestFirst().getFirst().received().fromName()).contains("a");
    assertThat(chain.relays()).isEqualTo(2);
    assertThat(chain.defects()).isEmpty();
  }

  @Test
  void delayIsKeptAsItIsAndMissingWhereAMomentIsMissing() {
    var chain =
        chain(
            """
            Received: from e by f; Tue, 1 Jul 2003 10:01:00 +0200
            Received: from d by e; Tue, 1 Jul 2003 10:00:13 +0200
            Received: from c by d; no date
            Received: from b by c; Tue, 1 Jul 2003 04:01:00 -0400
            Received: from a by b; Tue, 1 Jul 2003 10:00:00
            """);

    assertThat(chain.hops())
        .extracting(Hop::delay)
        .containsExactly(
            Optional.of(Duration.ofSeconds(47)),
            Optional.of(Duration.ofSeconds(-47)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  @Test
  void fieldsBeyondTheLimitAreSaid() {
    var chain = chain("Received: from a by b\n".repeat(HopChain.MAX_RECEIVED + 3));

    assertThat(chain.hops()).hasSize(HopChain.MAX_RECEIVED);
    assertThat(chain.defects())
        .containsExactly(
            new Defect(
                Defect.Kind.TOO_MANY_RECEIVED,
                22 * HopChain.MAX_RECEIVED,
                HopChain.MAX_RECEIVED + 1));
  }

  @Test
  void messageWithoutReceivedHasNoHops() {
    assertThat(chain("Subject: x\n").hops()).isEmpty();
  }

  private static HopChain chain(String header) {
    return HopChain.of(Message.read((header + "\n").getBytes(UTF_8)));
  }
}
