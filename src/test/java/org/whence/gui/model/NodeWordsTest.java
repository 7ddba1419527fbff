package org.whence.gui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whence.chain.Verdict;
import org.whence.dns.Failure;
import org.whence.investigation.InvestigationTopic;
import org.whence.report.Wording;

final class NodeWordsTest {
  private final InTurn tasks = new InTurn();
  private final TestPlaces places = new TestPlaces();
  private final NodeWords words = new NodeWords(Wording.load(), Texts.load());
  private final CaseModel model = new CaseModel(words);
  private final Desk desk = new Desk(model, places, tasks, () -> Zone.NOW);

  @BeforeEach
  void investigate() {
    investigate("192.0.2.10 192.0.2.11 192.0.2.12");
  }

  private void investigate(String text) {
    desk.paste(text);
    desk.investigate();
    tasks.runAll();
  }

  private NodeRow top(int index) {
    return words.row(model.chain().tops().get(index));
  }

  private List<NodeRow> rows() {
    return model.chain().root().orElseThrow().all().map(words::row).toList();
  }

  @Test
  void rowHasVerdictAndReason() {
    assertThat(top(2).word()).isEqualTo("permerror");
    assertThat(top(2).why()).isEqualTo("no PTR record");
    assertThat(top(2).subject()).contains("192.0.2.12");
  }

  @Test
  void rowIsSpokenWithItsCheck() {
    assertThat(top(2).spoken()).endsWith("192.0.2.12, IPREV permerror, no PTR record");
  }

  @Test
  void questionHasTheStatusOfDns() {
    assertThat(rows()).extracting(NodeRow::word).contains("NXDOMAIN", "NOERROR", "NODATA");
    assertThat(rows()).extracting(NodeRow::why).contains("no such name", "mail.example.org");
  }

  @Test
  void failureIsInItsOwnWords() {
    places.answer(Zone.failing(Failure.TIMEOUT));
    investigate("192.0.2.10");
    assertThat(rows()).extracting(NodeRow::word).contains("temperror", "TIMEOUT");
  }

  @Test
  void defangedWordsHaveNoLiveValue() {
    model.defangedProperty().set(true);
    assertThat(model.chain().root().orElseThrow().all().map(model.words()::row))
        .allSatisfy(
            row -> assertThat(row.line()).doesNotContain("example.org").doesNotContain("192.0.2"));
  }

  @Test
  void valueIsTheRealOneAlways() {
    model.defangedProperty().set(true);
    assertThat(NodeWords.value(model.chain().tops().getFirst())).isEqualTo("192.0.2.10");
  }

  @Test
  void groupsDecideAboutWholeAddresses() {
    var shown = new ChainFilter(Set.of(Group.PASS), "").shown(model.chain().tops(), words);
    assertThat(shown).contains(model.chain().tops().getFirst());
    assertThat(shown).doesNotContain(model.chain().tops().get(1), model.chain().tops().get(2));
    assertThat(shown).containsAll(model.chain().tops().getFirst().all().toList());
  }

  @Test
  void searchKeepsTheWayToWhatItFinds() {
    var shown = new ChainFilter(Set.of(), "OTHER.example").shown(model.chain().tops(), words);
    assertThat(shown).contains(model.chain().tops().get(1));
    assertThat(shown).doesNotContain(model.chain().tops().getFirst());
  }

  @Test
  void searchFindsTheDefangedFormToo() {
    var live = new ChainFilter(Set.of(), "192.0.2.12").shown(model.chain().tops(), words);
    var defanged =
        new ChainFilter(Set.of(), "192[.]0[.]2[.]12")
            .shown(model.chain().tops(), words.defanged(true));
    assertThat(defanged).isNotEmpty().isEqualTo(live);
  }

  @Test
  void copiesAreInTheFormAskedFor() {
    var copied = new java.util.ArrayList<String>();
    var clip = new Clip(copied::add, model);
    var node = model.chain().tops().getFirst();
    clip.value(node);
    clip.defanged(node);
    clip.row(node);
    clip.json(node);
    assertThat(copied.get(0)).isEqualTo("192.0.2.10");
    assertThat(copied.get(1)).isEqualTo("192[.]0[.]2[.]10");
    assertThat(copied.get(2)).contains("192.0.2.10\tpass\t");
    assertThat(copied.get(3)).startsWith("{\"path\":\"0.0\"").contains("mail.example.org");
    assertThat(model.noticeProperty().get().error()).isFalse();
  }

  @Test
  void checksOfAMessageAreCountedAndFilteredEachByItself() {
    investigate(
        """
        Received: from mail.example.org (mail.example.org [192.0.2.10]) by mx.example;
         Mon, 23 Nov 2026 16:40:12 +0100
        From: a@example.org

        Hello
        """);

    var tally = model.tallyProperty().get();
    assertThat(tally.message().keySet()).startsWith("IPREV", "SPF");
    assertThat(tally.message())
        .containsEntry("IPREV", Verdict.PASS)
        .containsEntry("SPF", Verdict.NONE);
    assertThat(tally.passed()).isEqualTo(2);
    assertThat(tally.ended()).isEqualTo(tally.all());
    var shown = new ChainFilter(Set.of(Group.PASS), "").shown(model.chain().tops(), words);
    var message =
        model.chain().tops().stream()
            .filter(node -> node.topic() == InvestigationTopic.MESSAGE)
            .findFirst()
            .orElseThrow();
    assertThat(shown).contains(message, message.children().get(0));
    assertThat(shown).doesNotContain(message.children().get(1));
  }
}
