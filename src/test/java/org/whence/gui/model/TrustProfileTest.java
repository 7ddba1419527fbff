package org.whence.gui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.whence.mail.BorderRule;
import org.whence.mail.BorderRule.Strategy;

final class TrustProfileTest {
  @Test
  void readingWhatWasWrittenGivesTheSame() {
    var profile =
        new TrustProfile(
            List.of("192.0.2.0/24", "mx.example.net"),
            List.of("mx.example.net"),
            new BorderRule(Strategy.COUNT, 2),
            List.of("lists.example"));
    assertThat(TrustProfile.parse(profile.toString())).isEqualTo(profile);
  }

  @Test
  void linesThatAreNoneAreLeftOut() {
    assertThat(TrustProfile.parse("server a.example\nwhat\nborder nowhere\n"))
        .isEqualTo(
            new TrustProfile(List.of("a.example"), List.of(), BorderRule.AUTOMATIC, List.of()));
    assertThat(TrustProfile.parse("")).isEqualTo(TrustProfile.NONE);
  }

  @Test
  void whatMeansNoServerIsNotShownAsOneThatIsTrusted() {
    assertThat(
            TrustProfile.parse("server no server!\nserver 300.1.2.3/99\nserver 192.0.2.1")
                .servers())
        .containsExactly("192.0.2.1");
  }
}
