package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.whence.chain.ChainTopic;
import org.whence.dmarc.DmarcTopic;
import org.whence.gui.model.ChainNode;
import org.whence.gui.model.Phase;
import org.whence.gui.model.QueryRow;
import org.whence.posture.PostureTopic;

/// Asking what a domain of the case publishes.
final class PostureStoryTest extends GuiTest {
  @Test
  void postureOfADomainBecomesABranchOfTheTree() throws InterruptedException {
    robot.clickOn("#sample");
    await(Phase.DONE);
    var author = first(DmarcTopic.AUTHOR);
    robot.interact(() -> model().selectedProperty().set(Optional.of(author)));
    robot.clickOn("#posture");
    await(
        model().selectedProperty(),
        node -> node.filter(each -> each.topic() == PostureTopic.DOMAIN).isPresent());

    var posture = model().selectedProperty().get().orElseThrow();
    assertThat(model().words().row(posture).subject()).isEqualTo("posture of bank.example");
    assertThat(posture.children())
        .extracting(part -> model().words().row(part).subject())
        .contains("MX", "SPF", "DMARC", "DNSSEC");
    var tree = model().investigationProperty().get().orElseThrow().tree();
    assertThat(tree.at(posture.path()).orElseThrow().topic()).isEqualTo(PostureTopic.DOMAIN);
  }

  @Test
  void questionsOfAPostureStandAmongTheQueries() throws InterruptedException {
    robot.clickOn("#sample");
    await(Phase.DONE);
    var before = fx(() -> model().queries().rows().size());
    robot.interact(() -> model().selectedProperty().set(Optional.of(first(DmarcTopic.AUTHOR))));
    robot.clickOn("#posture");
    await(
        model().selectedProperty(),
        node -> node.filter(each -> each.topic() == PostureTopic.DOMAIN).isPresent());

    var posture = model().selectedProperty().get().orElseThrow();
    var questions =
        posture.all().filter(node -> node.topic() == ChainTopic.QUESTION).map(ChainNode::path);
    var rows = fx(() -> List.copyOf(model().queries().rows())).stream().skip(before).toList();
    assertThat(rows).extracting(QueryRow::path).containsExactlyElementsOf(questions.toList());
    assertThat(rows).isNotEmpty().allMatch(row -> row.again() && row.exchange().isPresent());
    assertThat(rows.getFirst().number()).isEqualTo(before + 1);
  }

  @Test
  void addressHasNoPosture() throws InterruptedException {
    investigate("192.0.2.10");
    robot.interact(
        () -> model().selectedProperty().set(Optional.of(model().chain().tops().getFirst())));
    assertThat(fx(() -> node("posture").isDisabled())).isTrue();
  }

  private ChainNode first(DmarcTopic topic) {
    return fx(() ->
        model().chain().tops().stream()
            .flatMap(ChainNode::all)
            .filter(node -> node.topic() == topic)
            .findFirst()
            .orElseThrow());
  }
}
