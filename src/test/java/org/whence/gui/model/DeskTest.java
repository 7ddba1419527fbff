package org.whence.gui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.chain.Verdict;
import org.whence.dkim.AtTime;
import org.whence.dkim.DkimReason;
import org.whence.dns.Failure;
import org.whence.report.Format;
import org.whence.report.Wording;

final class DeskTest {
  private final InTurn tasks = new InTurn();
  private final TestPlaces places = new TestPlaces();
  private final CaseModel model = new CaseModel(new NodeWords(Wording.load(), Texts.load()));
  private final Desk desk = new Desk(model, places, tasks, () -> Zone.NOW);
  private final Reports reports = new Reports(model, tasks);

  private void investigated(String text) {
    desk.paste(text);
    desk.investigate();
    tasks.runAll();
  }

  private ChainNode top(int index) {
    return model.chain().tops().get(index);
  }

  private Verdict verdict(int index) {
    return top(index).state().outcome().orElseThrow().verdict();
  }

  private ChainNode question() {
    return top(0).all().filter(n -> NodeWords.question(n).isPresent()).findFirst().orElseThrow();
  }

  @Test
  void pastingTellsWhatWasRecognisedAndAsksNothing() {
    desk.paste("192[.]0[.]2[.]10");
    tasks.runAll();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.READY);
    assertThat(model.lines())
        .extracting(InputLine::kind)
        .containsExactly(InputLine.Kind.RECOGNISED, InputLine.Kind.REPAIRED);
    assertThat(model.textProperty().get()).isEqualTo("192[.]0[.]2[.]10");
    assertThat(places.opened()).isEmpty();
  }

  @Test
  void investigatingGrowsTheTreeAndCounts() {
    investigated("192.0.2.10 192.0.2.11 192.0.2.12");
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.DONE);
    assertThat(verdict(0)).isEqualTo(Verdict.PASS);
    assertThat(verdict(1)).isEqualTo(Verdict.FAIL);
    assertThat(verdict(2)).isEqualTo(Verdict.PERMERROR);
    var tally = model.tallyProperty().get();
    assertThat(tally.passed()).isEqualTo(1);
    assertThat(tally.failed()).isEqualTo(2);
    assertThat(tally.ended()).isEqualTo(3);
    assertThat(model.queries().asked()).isEqualTo(7);
    assertThat(model.queries().open()).isZero();
  }

  @Test
  void hopThatNobodyCanReadIsNoCheckOfItsOwn() {
    investigated(
        """
        Received: from a.example (a.example [192.0.2.10]) by b.example; Mon, 23 Nov 2026 09:59:00 +0000
        Received: what no server writes
        Received: from c.example by a.example; Mon, 23 Nov 2026 09:58:00 +0000
        From: ann@example.org

        """);
    assertThat(model.tallyProperty().get().checks()).containsOnlyKeys("iprev");
  }

  @Test
  void investigatingBeforeReadingEndedWaitsForIt() {
    desk.paste("192.0.2.10");
    desk.investigate();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.EMPTY);
    tasks.runAll();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.DONE);
  }

  @Test
  void typingIsReadAndForgetsWhatWasFound() {
    investigated("192.0.2.10");
    desk.typed("192.0.2.11");
    assertThat(model.chain().tops()).isEmpty();
    assertThat(model.investigationProperty().get()).isEmpty();
    tasks.runAll();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.READY);
  }

  @Test
  void whatIsNoAddressIsToldInOneLine() {
    desk.paste("192.0.513");
    tasks.runAll();
    assertThat(model.noticeProperty().get().error()).isTrue();
    assertThat(model.noticeProperty().get().text()).contains("192.0.513").doesNotContain("\n");
    desk.investigate();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.EMPTY);
  }

  @Test
  void fileWithNothingToJudgeIsACaseThatShowsWhatThereIs(@TempDir Path folder) throws IOException {
    desk.open(Files.write(folder.resolve("picture.eml"), new byte[] {(byte) 0x89, 'P', 0, 1, 2}));
    tasks.runAll();

    assertThat(model.noticeProperty().get().text()).contains("picture.eml", "is no text");
    assertThat(model.lines()).first().asString().contains("nothing that can be judged");
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.READY);
    desk.investigate();
    tasks.runAll();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.DONE);
    assertThat(model.investigationProperty().get().orElseThrow().input().size()).isEqualTo(5);
  }

  @Test
  void signaturesAreJudgedByTheKeysOfARecordingToo(@TempDir Path folder) throws IOException {
    desk.paste(
        """
        DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=a; h=from; bh=AAAA; b=AAAA
        Received: from a.example (a.example [192.0.2.10]) by b.example; Mon, 23 Nov 2026 10:00:09 +0000
        From: ann@example.org

        x
        """);
    desk.investigate();
    tasks.runAll();
    desk.keysOfThen(Files.writeString(folder.resolve("none.dns.jsonl"), ""));
    tasks.runAll();
    assertThat(model.noticeProperty().get().error()).isTrue();
    assertThat(otherTimes()).isEmpty();

    desk.keysOfThen(
        Files.writeString(
            folder.resolve("old.dns.jsonl"),
            """
            {"name":"a._domainkey.example.org","type":"TXT","outcome":"nxdomain","asked":"2026-01-01T00:00:00Z"}
            """));
    tasks.runAll();
    assertThat(model.noticeProperty().get().text()).contains("old.dns.jsonl");
    assertThat(otherTimes()).extracting(AtTime::reason).containsExactly(DkimReason.NO_KEY);
  }

  private List<AtTime> otherTimes() {
    var mail = model.investigationProperty().get().orElseThrow().mail().orElseThrow();
    return mail.dkim().orElseThrow().signatures().getFirst().judged().otherTimes();
  }

  @Test
  void nothingOnTheClipboardIsTold() {
    desk.paste("  \n");
    assertThat(model.noticeProperty().get().error()).isTrue();
  }

  @Test
  void emptyFolderIsToldInOneLine(@TempDir Path folder) {
    desk.open(folder);
    tasks.runAll();
    assertThat(model.noticeProperty().get().text()).contains("holds nothing").doesNotContain("\n");
  }

  @Test
  void missingFileIsTold(@TempDir Path folder) {
    desk.open(folder.resolve("gone.eml"));
    tasks.runAll();
    assertThat(model.noticeProperty().get().text()).contains("no such file");
  }

  @Test
  void binaryFileIsTold(@TempDir Path folder) throws IOException {
    var file = Files.write(folder.resolve("a.bin"), new byte[] {0, 1, 2, (byte) 0xff, 0, 0});
    desk.open(file);
    tasks.runAll();
    assertThat(model.noticeProperty().get().error()).isTrue();
    assertThat(model.noticeProperty().get().text()).contains("a.bin");
  }

  @Test
  void unknownResolverIsToldAndNothingRuns() {
    model.resolverProperty().set("nonesuch");
    investigated("192.0.2.10");
    assertThat(model.noticeProperty().get().text()).contains("nonesuch: unknown resolver");
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.READY);
  }

  @Test
  void networkThatIsNotThereIsTemporaryAndTold() {
    places.answer(Zone.failing(Failure.NETWORK));
    investigated("192.0.2.10");
    assertThat(verdict(0)).isEqualTo(Verdict.TEMPERROR);
    assertThat(model.noticeProperty().get().text()).contains("192.0.2.53").contains("network");
    assertThat(model.tallyProperty().get().unsure()).isEqualTo(1);
  }

  @Test
  void resolverThatRefusesIsNamed() {
    places.answer(Zone.failing(Failure.REFUSED));
    investigated("192.0.2.10");
    assertThat(model.noticeProperty().get().text()).contains("192.0.2.53").contains("refused");
  }

  @Test
  void askDnsOffAsksNothing() {
    var asked = new AtomicInteger();
    places.answer(question -> {
      asked.incrementAndGet();
      return Zone.small().resolve(question);
    });
    model.askingProperty().set(false);
    investigated("192.0.2.10");
    assertThat(asked).hasValue(0);
    assertThat(places.opened()).containsExactly("off");
    assertThat(verdict(0)).isEqualTo(Verdict.NONE);
    assertThat(desk.canAskAgain(top(0))).isFalse();
  }

  @Test
  void stoppingBeforeTheRunBeganLeavesNothingOpen() {
    desk.paste("192.0.2.10");
    tasks.runAll();
    desk.investigate();
    desk.stop();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.STOPPED);
    tasks.runAll();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.STOPPED);
    assertThat(model.investigationProperty().get().orElseThrow().stopped()).isTrue();
    assertThat(model.chain().tops()).allMatch(node -> node.state().ended());
  }

  @Test
  void replacedRunSaysNothingMore() {
    desk.paste("192.0.2.10");
    tasks.runAll();
    desk.investigate();
    desk.paste("192.0.2.11");
    tasks.runAll();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.READY);
    assertThat(model.chain().tops()).isEmpty();
    assertThat(model.investigationProperty().get()).isEmpty();
  }

  @Test
  void runGoesOnWhereAFileIsRefused(@TempDir Path folder) {
    desk.paste("192.0.2.10");
    tasks.runAll();
    desk.investigate();
    desk.open(folder.resolve("gone.eml"));
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.RUNNING);
    tasks.runAll();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.DONE);
    assertThat(verdict(0)).isEqualTo(Verdict.PASS);
    assertThat(model.noticeProperty().get().text()).contains("no such file");
  }

  @Test
  void secondAnswerStandsBesideTheFirst() {
    investigated("192.0.2.12");
    var node = question();
    places.answer(Zone.failing(Failure.TIMEOUT));
    desk.askAgain(node);
    tasks.runAll();
    assertThat(node.state().exchanges()).hasSize(2);
    assertThat(model.investigationProperty().get().orElseThrow().tree().at(node.path()))
        .hasValueSatisfying(step -> assertThat(step.exchanges()).hasSize(2));
    assertThat(verdict(0)).isEqualTo(Verdict.PERMERROR);
    assertThat(model.queries().asked()).isEqualTo(2);
  }

  @Test
  void askingACheckAgainAsksAllItsQuestions() {
    investigated("192.0.2.10");
    desk.askAgain(top(0));
    tasks.runAll();
    assertThat(model.queries().asked()).isEqualTo(6);
  }

  @Test
  void reportIsWritten(@TempDir Path folder) {
    investigated("192.0.2.10");
    var file = folder.resolve("report.html");
    reports.export(file, Format.HTML, ExportChoice.USUAL);
    tasks.runAll();
    assertThat(file).content().contains("mail[.]example[.]org");
    assertThat(model.noticeProperty().get().text()).contains("report.html");
  }

  @Test
  void reportThatCannotBeWrittenIsTold(@TempDir Path folder) {
    investigated("192.0.2.10");
    reports.export(folder, Format.TEXT, ExportChoice.USUAL);
    tasks.runAll();
    assertThat(model.noticeProperty().get().error()).isTrue();
    assertThat(model.noticeProperty().get().text()).contains("cannot be written");
  }

  @Test
  void exportIsRedactedWhereItIsWanted(@TempDir Path folder) {
    investigated("192.0.2.10");
    var file = folder.resolve("report.txt");
    reports.export(file, Format.TEXT, new ExportChoice(true, true, false));
    tasks.runAll();
    assertThat(file).content().contains("mail[.]example[.]org", "0 recipients");
  }

  @Test
  void whatWouldBeRedactedIsTold() {
    investigated("192.0.2.10");
    var texts = new ArrayList<String>();
    reports.redaction(texts::add);
    tasks.runAll();
    assertThat(texts).containsExactly("");
  }

  @Test
  void nothingToExportIsTold(@TempDir Path folder) {
    reports.export(folder.resolve("a.txt"), Format.TEXT, ExportChoice.USUAL);
    assertThat(model.noticeProperty().get().error()).isTrue();
  }

  @Test
  void treeIsTextAndDefangedWhereTheWindowIs() {
    investigated("192.0.2.10");
    var texts = new ArrayList<String>();
    reports.treeAsText(texts::add);
    model.defangedProperty().set(true);
    reports.treeAsText(texts::add);
    tasks.runAll();
    // The second replaces the first, which was not begun.
    assertThat(texts).singleElement().asString().contains("mail[.]example[.]org");
  }

  @Test
  void sampleRunsAtOnceFromItsOwnRecording() {
    desk.sample();
    tasks.runAll();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.DONE);
    assertThat(places.opened()).isEmpty();
    assertThat(model.hops()).hasSize(6);
    assertThat(model.rawProperty().get()).isPresent();
    assertThat(model.tallyProperty().get().checks().get("iprev"))
        .containsKeys(Verdict.PASS, Verdict.FAIL, Verdict.PERMERROR, Verdict.TEMPERROR);
  }

  @Test
  void editingTheSampleLeavesItsRecording() {
    desk.sample();
    tasks.runAll();
    desk.typed("192.0.2.10");
    tasks.runAll();
    desk.investigate();
    tasks.runAll();
    assertThat(places.opened()).containsExactly("system");
  }
}
