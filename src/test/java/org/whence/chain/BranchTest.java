package org.whence.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.whence.TestZone;
import org.whence.dns.Answer;
import org.whence.dns.Exchange;
import org.whence.dns.Failure;
import org.whence.dns.Names;
import org.whence.dns.Question;
import org.xbill.DNS.Type;

final class BranchTest {
  private enum Subject implements Topic {
    CASE,
    PART;

    @Override
    public String key() {
      return "test." + name();
    }
  }

  private enum Why implements Reason {
    BECAUSE;

    @Override
    public Label label() {
      return new Label("test", "because", "RFC 0");
    }
  }

  private static Question a(String name) {
    return new Question(Names.parse(name).orElseThrow(), Type.A);
  }

  @Test
  void everyQuestionIsAStepWithItsExchange() throws InterruptedException {
    var zone = TestZone.of("mail.example A 192.0.2.1");
    var root = Branch.root(zone, Subject.CASE);

    var answer = root.ask(a("mail.example"));

    assertThat(answer).isInstanceOf(Answer.Records.class);
    var step = root.close(Verdict.PASS, Why.BECAUSE).steps().getFirst();
    assertThat(step.path()).isEqualTo("0.0");
    assertThat(step.topic()).isEqualTo(ChainTopic.QUESTION);
    assertThat(step.values()).containsExactly(Value.domain("mail.example"), Value.of("A"));
    assertThat(step.exchanges()).hasSize(1);
  }

  @Test
  void aliasesThatTheServerFollowedAreStepsInOrder() throws InterruptedException {
    var zone =
        TestZone.of(
            """
            a.example CNAME b.example
            b.example CNAME c.example
            c.example A 192.0.2.1
            """);
    var root = Branch.root(zone, Subject.CASE);

    var answer = root.ask(a("a.example"));

    assertThat(answer.aliases()).hasSize(2);
    assertThat(zone.asked()).containsExactly("a.example A");
    assertThat(root.close().steps().getFirst().steps())
        .extracting(Step::topic)
        .containsExactly(ChainTopic.ALIAS, ChainTopic.ALIAS);
  }

  @Test
  void aliasThatTheServerDidNotFollowIsAskedInAQuestionOfItsOwn() throws InterruptedException {
    var zone =
        TestZone.of(
            """
            a.example CNAME! b.example
            b.example CNAME! c.example
            c.example A 192.0.2.1
            """);
    var root = Branch.root(zone, Subject.CASE);

    var answer = root.ask(a("a.example"));

    assertThat(answer).isInstanceOf(Answer.Records.class);
    assertThat(answer.aliases()).hasSize(2);
    assertThat(zone.asked()).containsExactly("a.example A", "b.example A", "c.example A");
    assertThat(root.close().allExchanges()).hasSize(3);
  }

  @Test
  void aliasLoopIsAnAnswerWithoutDataAndNoted() throws InterruptedException {
    var zone =
        TestZone.of(
            """
            a.example CNAME! b.example
            b.example CNAME! a.example
            """);
    var root = Branch.root(zone, Subject.CASE);

    assertThat(root.ask(a("a.example"))).isInstanceOf(Answer.NoData.class);

    assertThat(root.close().all().flatMap(step -> step.findings().stream()))
        .extracting(Finding::reason)
        .containsExactly(ChainReason.ALIAS_LOOP);
  }

  @Test
  void eightAliasesAreFollowedAndNineAreNot() throws InterruptedException {
    var text = new StringBuilder();
    for (var i = 0; i < 9; i++) {
      text.append("a%d.example CNAME a%d.example\n".formatted(i, i + 1));
    }
    text.append("a9.example A 192.0.2.1\n");
    var root = Branch.root(TestZone.of(text.toString()), Subject.CASE);

    assertThat(root.ask(a("a1.example"))).isInstanceOf(Answer.Records.class);
    assertThat(root.ask(a("a0.example")))
        .isInstanceOfSatisfying(
            Answer.Failed.class, f -> assertThat(f.failure()).isEqualTo(Failure.MALFORMED));
    assertThat(root.close().all().flatMap(step -> step.findings().stream()))
        .extracting(Finding::reason)
        .containsExactly(ChainReason.ALIAS_LIMIT);
  }

  @Test
  void answersComeInTheOrderOfTheQuestionsWhoeverIsFirst() throws InterruptedException {
    var zone = TestZone.of("a.example A 192.0.2.1\nb.example NXDOMAIN");
    Together backwards =
        new Together() {
          @Override
          public <T> List<T> run(List<? extends Callable<T>> pieces) throws Exception {
            var results = new ArrayList<T>();
            for (var piece : pieces.reversed()) {
              results.addFirst(piece.call());
            }
            return results;
          }
        };
    var root = Branch.root(zone, ChainListener.NONE, backwards, Subject.CASE);

    var answers = root.askAll(List.of(a("a.example"), a("b.example")));

    assertThat(answers.getFirst()).isInstanceOf(Answer.Records.class);
    assertThat(answers.getLast()).isInstanceOf(Answer.NoSuchDomain.class);
    assertThat(zone.asked()).containsExactly("b.example A", "a.example A");
    assertThat(root.close().steps())
        .extracting(step -> step.values().getFirst())
        .containsExactly(Value.domain("a.example"), Value.domain("b.example"));
  }

  @Test
  void listenerHearsEachBranchInOrder() throws InterruptedException {
    var heard = new ArrayList<String>();
    var listener =
        new ChainListener() {
          @Override
          public void opened(String path, Topic topic, List<Value> values) {
            heard.add("opened " + path);
          }

          @Override
          public void asked(String path, Question question) {
            heard.add("asked " + path);
          }

          @Override
          public void answered(String path, Exchange exchange) {
            heard.add("answered " + path);
          }

          @Override
          public void noted(String path, Finding finding) {
            heard.add("noted " + path);
          }

          @Override
          public void closed(Step step) {
            heard.add("closed " + step.path());
          }
        };
    var zone = TestZone.of("a.example A 192.0.2.1");
    var root = Branch.root(zone, listener, Together.IN_TURN, Subject.CASE);
    var part = root.open(Subject.PART);
    part.note(Why.BECAUSE);
    part.ask(a("a.example"));
    part.close();
    root.close();

    assertThat(heard)
        .containsExactly(
            "opened 0",
            "opened 0.0",
            "noted 0.0",
            "opened 0.0.0",
            "asked 0.0.0",
            "answered 0.0.0",
            "closed 0.0.0",
            "closed 0.0",
            "closed 0");
  }

  @Test
  void whatIsStillOpenWhenABranchClosesIsStopped() {
    var root = Branch.root(TestZone.of(""), Subject.CASE);
    root.open(Subject.PART).open(Subject.PART);

    var step = root.stop();

    assertThat(step.all()).hasSize(3).allMatch(Step::stopped);
  }

  @Test
  void closedBranchTakesNothingMore() {
    var root = Branch.root(TestZone.of(""), Subject.CASE);
    root.close();

    assertThatThrownBy(() -> root.open(Subject.PART)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> root.note(Why.BECAUSE)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(root::close).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void interruptionEndsAQuestionAtOnce() {
    var root =
        Branch.root(
            _ -> {
              throw new InterruptedException();
            },
            Subject.CASE);

    assertThatThrownBy(() -> root.ask(a("a.example"))).isInstanceOf(InterruptedException.class);
    assertThat(root.stop().all()).hasSize(2).allMatch(Step::stopped);
  }

  @Test
  void interruptedThreadAsksNothingMore() {
    var zone = TestZone.of("a.example A 192.0.2.1");
    var root = Branch.root(zone, Subject.CASE);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> root.ask(a("a.example"))).isInstanceOf(InterruptedException.class);
    assertThat(zone.asked()).isEmpty();
  }

  @Test
  void secondAnswerStandsBesideTheFirst() throws InterruptedException {
    var zone = TestZone.of("a.example A 192.0.2.1");
    var root = Branch.root(zone, Subject.CASE);
    root.open(Subject.PART).ask(a("a.example"));
    var tree = root.close(Verdict.PASS, Why.BECAUSE);
    var again = zone.resolve(a("a.example"));

    var both = tree.withExchange("0.0.0", again);

    assertThat(both.at("0.0.0").orElseThrow().exchanges()).hasSize(2);
    assertThat(tree.at("0.0.0").orElseThrow().exchanges()).hasSize(1);
    assertThat(both.outcome()).isEqualTo(tree.outcome());
    assertThat(tree.withExchange("0.7", again)).isEqualTo(tree);
  }

  @Test
  void stepIsFoundByItsPathAlsoBeyondTheTenth() {
    var root = Branch.root(TestZone.of(""), Subject.CASE);
    for (var i = 0; i < 12; i++) {
      root.open(Subject.PART, Value.of(i)).close();
    }

    var tree = root.close();

    assertThat(tree.at("0.11").orElseThrow().values()).containsExactly(Value.of(11));
    assertThat(tree.at("0.12")).isEmpty();
  }
}
