package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.whence.casefile.CaseFile;
import org.whence.casefile.CaseWriter;
import org.whence.casefile.Notes;
import org.whence.casefile.Recorded;
import org.whence.chain.ChainListener;
import org.whence.dns.ResolutionOf;
import org.whence.gui.model.Phase;
import org.whence.gui.model.Zone;
import org.whence.history.Trait;
import org.whence.investigation.InputReader;
import org.whence.investigation.Options;

/// The sheet of the history: cases are found, opened, exported and forgotten.
final class HistorySheetStoryTest extends HistoryGuiTest {
  @Test
  void caseIsFoundByAnyOfItsWordsAndWhatIsKnownOfItIsShown()
      throws IOException, InterruptedException {
    keep("one", Optional.empty(), address(), new Trait(Trait.Kind.AS, "AS64500"));
    keep("two", Optional.empty(), new Trait(Trait.Kind.DKIM_KEY, "s1._domainkey.evil.example"));
    showHistory();
    awaitCases(2);

    robot.clickOn("#historyWords").write("as64500");
    awaitCases(1);
    robot.interact(() -> cases().getSelectionModel().select(0));
    awaitKnown("AS number AS64500");

    assertThat(label("historyCount").getText()).isEqualTo("1 of 2 cases");
    assertThat(known()).contains("address 192.0.2.10", "one.eml", "dmarc=fail spf=softfail");
    assertThat(node("historyOpen").isDisabled()).isTrue();
    robot.interact(() -> ((TextField) node("historyWords")).setText("nothing"));
    awaitCases(0);
  }

  private List<String> known() {
    return fx(() ->
        node("historyKnown").lookupAll(".text-field").stream()
            .map(field -> ((TextInputControl) field).getText())
            .toList());
  }

  private void awaitKnown(String text) throws InterruptedException {
    var children = ((VBox) node("historyKnown")).getChildren();
    await(Bindings.size(children), size -> size.intValue() > 0);
    assertThat(known()).contains(text);
  }

  @Test
  void hostileNamesAreShownAndDoNothing() throws IOException, InterruptedException {
    keep("\u202Egpj\u0007<script>", Optional.empty(), address());
    showHistory();
    awaitCases(1);
    robot.interact(() -> cases().getSelectionModel().select(0));
    awaitKnown("address 192.0.2.10");

    assertThat(String.join("\n", known())).doesNotContain("\u202E", "\u0007");
  }

  @Test
  void caseIsOpenedFromItsFile() throws IOException, InterruptedException {
    var saved = folder.resolve("kept.whence");
    CaseWriter.save(kept(), saved, false, () -> Zone.NOW);
    keep("one", Optional.of(saved), address());
    showHistory();
    awaitCases(1);
    robot.interact(() -> cases().getSelectionModel().select(0));
    await(node("historyOpen").disabledProperty(), disabled -> !disabled);
    robot.clickOn("#historyOpen");
    await(Phase.DONE);

    assertThat(node("sheet").isVisible()).isFalse();
    assertThat(model().saved().fileProperty().get()).contains(saved);
    assertThat(rows()).anyMatch(row -> row.contains("192.0.2.10"));
  }

  @Test
  void caseThatIsSavedIsKnownWithItsFile() throws IOException, InterruptedException {
    var saved = folder.resolve("ticket.whence");
    chosen.cases.add(saved);
    investigate("192.0.2.10");
    showHistory();
    awaitCases(1);
    robot.interact(() -> ((TextField) node("historyWords")).setText("ticket"));
    awaitCases(0);
    press(KeyCode.CONTROL, KeyCode.S);
    awaitCases(1);

    assertThat(cases().getItems())
        .singleElement()
        .satisfies(entry -> assertThat(entry.file()).contains(saved.toString()));
  }

  private CaseFile kept() {
    var asked =
        new Recorded.Asked(
            ResolutionOf.resolver("test", Zone.small()), Options.defaults(), new byte[0]);
    return Recorded.of(
            InputReader.pasted("192.0.2.10"), asked, () -> Zone.NOW, ChainListener.NONE, Notes.NONE)
        .kept();
  }

  @Test
  void caseWhoseFileIsGoneIsToldAndTheOneOnTheDeskStays() throws IOException, InterruptedException {
    keep("one", Optional.of(folder.resolve("gone.whence")), address());
    paste("192.0.2.10");
    showHistory();
    awaitCases(1);
    robot.interact(() -> cases().getSelectionModel().select(0));
    await(node("historyOpen").disabledProperty(), disabled -> !disabled);
    robot.clickOn("#historyOpen");
    await(label("historyTrouble").textProperty(), text -> !text.isEmpty());

    assertThat(label("historyTrouble").getText()).contains("gone.whence", "is not there any more");
    assertThat(model().inputProperty().get()).isPresent();
  }

  @Test
  void everythingIsForgottenOnlyWhenThatWasMeant() throws IOException, InterruptedException {
    keep("one", Optional.empty(), address());
    showHistory();
    awaitCases(1);
    robot.clickOn("#historyWipe");
    robot.clickOn("#questionNo");
    assertThat(references()).hasSize(1);

    robot.clickOn("#historyWipe");
    robot.clickOn("#questionYes");
    awaitCases(0);

    assertThat(references()).isEmpty();
  }

  @Test
  void shorterRetentionAsksBeforeOlderCasesGo() throws IOException, InterruptedException {
    keep("old", Optional.empty(), address());
    showHistory();
    awaitCases(1);
    @SuppressWarnings("unchecked")
    var keep = (ChoiceBox<Object>) node("historyKeep");
    robot.interact(() -> keep.getSelectionModel().select(1));
    assertThat(references()).hasSize(1);
    robot.clickOn("#questionYes");
    awaitCases(0);

    try (var history = open()) {
      assertThat(history.retention()).contains(Duration.ofDays(30));
    }
  }

  @Test
  void historyIsExportedIntoAFile() throws IOException, InterruptedException {
    keep("one", Optional.empty(), address());
    chosen.saved = Optional.of(folder.resolve("any"));
    showHistory();
    awaitCases(1);
    robot.interact(() -> ((Button) node("historyExport")).fire());
    await(label("historyCount").textProperty(), text -> text.startsWith("Written"));

    assertThat(folder.resolve("whence-history.jsonl"))
        .content()
        .contains("\"reference\":\"one\"")
        .hasLineCount(1);
  }
}
