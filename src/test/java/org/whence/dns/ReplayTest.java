package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whence.dns.Recordings.GOLDEN;
import static org.whence.dns.Recordings.read;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.whence.TestClock;

/// What is answered from a recording, and in which turn.
final class ReplayTest {
  @Test
  void aliasesStandBeforeWhatTheyLeadToAlsoWhereThereIsNothing() throws IOException {
    var text =
        """
        {"name":"a.example","type":"A","outcome":"nodata","records":["a.example. 5 IN CNAME b.example."]}
        {"name":"a.example","type":"AAAA","outcome":"answer","records":["a.example. 5 IN CNAME b.example."]}
        """;

    var replay = new Replay(read(text), "recording:x", new TestClock());

    assertThat(replay.resolve(Questions.of("a.example", "A")).answer())
        .isInstanceOfSatisfying(Answer.NoData.class, none -> assertThat(none.aliases()).hasSize(1));
    assertThat(replay.resolve(Questions.of("a.example", "AAAA")).answer())
        .isInstanceOf(Answer.Aliases.class);
  }

  @Test
  void severalLinesAreAnsweredInTurnAndTheLastFromThenOn() throws IOException {
    var text =
        """
        {"name":"a.example","type":"A","outcome":"timeout"}
        {"name":"a.example","type":"A","outcome":"nodata"}
        """;
    var replay = new Replay(read(text), "recording:x", new TestClock());
    var question = Questions.of("A.EXAMPLE", "A");

    assertThat(Stream.generate(() -> replay.resolve(question).answer().outcome()).limit(3))
        .containsExactly("timeout", "nodata", "nodata");
  }

  @Test
  void stepGetsItsOwnLinesWhoeverComesFirstAndOthersTakeTurns() throws IOException {
    var text =
        """
        {"name":"a.example","type":"A","outcome":"timeout","step":"0.1"}
        {"name":"a.example","type":"A","outcome":"nodata","step":"0.0"}
        {"name":"a.example","type":"A","outcome":"servfail","step":"0.1"}
        """;
    var replay = new Replay(read(text), "recording:x", new TestClock());
    var question = Questions.of("a.example", "A");

    assertThat(
            Stream.of("0.0", "0.1", "0.0", "0.1", "0.1", "", "0.2", "0.2")
                .map(step -> replay.resolve(question, step).answer().outcome()))
        .containsExactly(
            "nodata", "timeout", "nodata", "servfail", "servfail", "timeout", "nodata", "servfail");
  }

  @Test
  void questionThatIsNotRecordedFails() throws IOException {
    var replay = new Replay(read(GOLDEN), "recording:x", new TestClock());

    var exchange = replay.resolve(Questions.of("b.example", "A"));

    assertThat(exchange.answer()).isEqualTo(new Answer.Failed(Failure.NOT_RECORDED, ""));
    assertThat(exchange.server()).isEqualTo("recording:x");
  }
}
