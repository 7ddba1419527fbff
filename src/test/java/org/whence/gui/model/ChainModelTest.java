package org.whence.gui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.whence.chain.Branch;
import org.whence.chain.Together;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Failure;
import org.whence.dns.Names;
import org.whence.dns.Question;
import org.whence.dns.Resolver;
import org.whence.iprev.IprevReason;
import org.whence.iprev.IprevTopic;
import org.xbill.DNS.Type;

final class ChainModelTest {
  private static final Question PTR =
      new Question(Names.parse("10.2.0.192.in-addr.arpa").orElseThrow(), Type.PTR);

  private final ChainModel model = new ChainModel();
  private final QueriesModel queries = new QueriesModel();
  private final LiveEvents events = new LiveEvents();

  private Branch root(Resolver resolver) {
    return Branch.root(resolver, events, Together.IN_TURN, IprevTopic.CHECK, Value.of("case"));
  }

  private void take() {
    var batch = events.drain();
    queries.apply(batch, java.time.Duration.ZERO);
    model.apply(batch);
  }

  @Test
  void stepsAppearAsPlannedInTheOrderOpened() {
    var root = root(Zone.small());
    root.open(IprevTopic.NAME, Value.domain("b.example"));
    root.open(IprevTopic.NAME, Value.domain("a.example"));
    take();
    assertThat(model.tops())
        .extracting(node -> node.values().getFirst())
        .containsExactly(Value.domain("b.example"), Value.domain("a.example"));
    assertThat(model.tops()).allMatch(node -> node.state().progress() == Progress.PLANNED);
  }

  @Test
  void questionIsAskedThenAnsweredThenClosed() throws InterruptedException {
    var root =
        root(question -> {
          take();
          assertThat(model.at("0.0").orElseThrow().state().progress()).isEqualTo(Progress.ASKED);
          assertThat(queries.open()).isEqualTo(1);
          return Zone.small().resolve(question);
        });
    root.ask(PTR);
    take();
    var node = model.at("0.0").orElseThrow();
    assertThat(node.state().progress()).isEqualTo(Progress.CLOSED);
    assertThat(node.state().lastExchange()).isPresent();
    assertThat(queries.open()).isZero();
    assertThat(queries.rows())
        .singleElement()
        .satisfies(row -> assertThat(row.name()).isEqualTo("10.2.0.192.in-addr.arpa"));
  }

  @Test
  void nodeStaysTheSameObjectWhileItGrows() {
    var root = root(Zone.small());
    var branch = root.open(IprevTopic.NAME, Value.domain("a.example"));
    take();
    var node = model.tops().getFirst();
    branch.note(IprevReason.SINGLE_LABEL);
    branch.close(Verdict.PASS, IprevReason.LEADS_BACK);
    take();
    model.finish(root.close());
    assertThat(model.tops().getFirst()).isSameAs(node);
    assertThat(node.state().findings()).hasSize(1);
  }

  @Test
  void batchChangesTheRevisionOnce() {
    var root = root(Zone.small());
    root.open(IprevTopic.NAME);
    root.open(IprevTopic.NAME);
    var before = model.revisionProperty().get();
    take();
    assertThat(model.revisionProperty().get()).isEqualTo(before + 1);
    take();
    assertThat(model.revisionProperty().get()).isEqualTo(before + 1);
  }

  @Test
  void stoppingEndsWhatIsOpenAndLeavesWhatIsClosed() {
    var root = root(Zone.small());
    root.open(IprevTopic.NAME).close(Verdict.PASS, IprevReason.LEADS_BACK);
    root.open(IprevTopic.NAME);
    take();
    model.stopped();
    assertThat(model.tops())
        .extracting(node -> node.state().progress())
        .containsExactly(Progress.CLOSED, Progress.STOPPED);
  }

  @Test
  void finishedTreeIsRightWhereEventsWereDropped() throws InterruptedException {
    var root = root(Zone.small());
    root.open(IprevTopic.NAME).ask(PTR);
    var tree = root.close();
    model.finish(tree);
    assertThat(model.at("0.0.0")).isPresent();
    assertThat(model.root().orElseThrow().all().count()).isEqualTo(tree.all().count());
  }

  @Test
  void wayLeadsFromTheTopToTheNode() throws InterruptedException {
    var root = root(Zone.small());
    root.open(IprevTopic.NAME).ask(PTR);
    take();
    assertThat(model.at("0.0.0").orElseThrow().way())
        .extracting(ChainNode::path)
        .containsExactly("0.0", "0.0.0");
  }

  @Test
  void eventOfAnUnknownStepIsLeftOut() {
    model.apply(List.of(new ChainEvent.Asked("0.7")));
    assertThat(model.root()).isEmpty();
  }

  @Test
  void openQueriesAreStopped() throws InterruptedException {
    var root =
        root(question -> {
          take();
          queries.stopped();
          return Zone.failing(Failure.TIMEOUT).resolve(question);
        });
    root.ask(PTR);
    assertThat(queries.rows()).singleElement().matches(QueryRow::stopped);
    assertThat(queries.open()).isZero();
  }
}
