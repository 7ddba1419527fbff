package org.whence.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProfileParserTest {
  private static final String OURS =
      """
      # what our own server does
      name: ours
      title: mx.example.net
      iprev: names=1 family=own temporary=ignored missing=fail

      at mail if spf is fail, softfail and sender-name is other then reply 550 5.7.23 No, {ip}
      at connect if ptr is none then symbol NO_NAME 1.5
      at data then note seen
      """;

  @Test
  void profileIsReadAsItIsWritten(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("ours.profile"), OURS);
    var profile = Profiles.read(file);
    assertThat(profile.name()).isEqualTo("ours");
    assertThat(profile.iprev().bothFamilies()).isFalse();
    assertThat(profile.rules()).hasSize(3);
    assertThat(profile.rules().getFirst().conditions())
        .containsExactly(
            new Condition(Fact.SPF, java.util.Set.of("fail", "softfail")),
            new Condition(Fact.SENDER_NAME, java.util.Set.of("other")));
  }

  @Test
  void rulesAreHeldInTheOrderOfTheStages() throws IOException {
    var profile = ProfileParser.parse("ours", OURS);
    assertThat(Receiver.judge(profile, Situation.MISSING.session()).rules())
        .extracting(outcome -> outcome.rule().stage())
        .containsExactly(Stage.CONNECT, Stage.MAIL, Stage.DATA);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "at noon then reply 550 x | ours:1: 'noon' is no stage",
        "at connect if iprev is wrong then reply 550 x | ours:1: 'wrong' is no answer to iprev",
        "at connect if colour is red then reply 550 x | ours:1: 'colour' is nothing that can be"
            + " asked",
        "at connect if iprev then reply 550 x | ours:1: write conditions as",
        "at connect if iprev is , then reply 550 x | ours:1: 'iprev is' needs an answer",
        "at connect reply 550 x | ours:1: a rule needs 'then'",
        "at connect then reply 250 ok | ours:1: '250 ok' is no reply that refuses",
        "at connect then symbol X many | ours:1: 'X many' is no symbol with its score",
        "at connect then dance | ours:1: 'dance' does nothing",
        "colour: red | ours:1: 'colour' is neither a rule",
        "iprev: names=11 | ours:1: names=11 is not one of",
        "iprev: speed=1 | ours:1: 'speed=1' is no setting of iprev",
        "name: x | ours: has no rule",
        "at connect then note x | ours: has no 'name:' line"
      })
  void whatIsWrongIsToldWithItsLine(String text, String told) {
    assertThatThrownBy(() -> ProfileParser.parse("ours", text))
        .isInstanceOf(ProfileProblem.class)
        .hasMessageStartingWith(told);
  }

  @Property(tries = 300)
  void nothingElseIsEverThrown(@ForAll String text) {
    for (var each : new String[] {text, "at connect " + text, "iprev: " + text, OURS + text}) {
      try {
        ProfileParser.parse("x", each);
      } catch (ProfileProblem told) {
        assertThat(told.getMessage()).startsWith("x");
      }
    }
  }
}
