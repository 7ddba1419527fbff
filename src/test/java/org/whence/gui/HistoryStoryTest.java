package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.casefile.CaseFile;
import org.whence.casefile.CaseWriter;
import org.whence.casefile.Notes;
import org.whence.casefile.Recorded;
import org.whence.chain.ChainListener;
import org.whence.dns.ResolutionOf;
import org.whence.gui.model.ChainNode;
import org.whence.gui.model.Phase;
import org.whence.gui.model.Zone;
import org.whence.history.Entry;
import org.whence.history.History;
import org.whence.history.HistoryTopic;
import org.whence.history.Trait;
import org.whence.investigation.InputReader;
import org.whence.investigation.Options;

/// The history in the window: cases are remembered, marked, found, opened and forgotten.
final class HistoryStoryTest extends GuiTest {
  @TempDir Path folder;

  @BeforeEach
  void remember() {
    settings.remembering(true);
    places.history(file());
    places.answer(
        Zone.of(
            """
            10.2.0.192.in-addr.arpa. 60 IN PTR mail.example.org.
            mail.example.org. 60 IN A 192.0.2.10
            """));
  }

  private Path file() {
    return folder.resolve("history.db");
  }

  private History open() throws IOException {
    return History.open(file(), () -> Zone.NOW);
  }

  private void keep(String reference, Optional<Path> kept, Trait... traits) throws IOException {
    try (var history = open()) {
      history.keep(
          new Entry(
              reference,
              Zone.NOW.minus(Duration.ofDays(40)),
              "00",
              reference + ".eml",
              Optional.of("Your invoice"),
              Optional.of("Billing <a@evil.example>"),
              kept.map(Path::toString),
              Map.of("spf", "softfail", "dmarc", "fail"),
              Set.of(traits)));
    }
  }

  private static Trait address() {
    return new Trait(Trait.Kind.ADDRESS, "192.0.2.10");
  }

  private List<String> references() throws IOException {
    try (var history = open()) {
      return history.search("", 10).stream().map(Entry::name).toList();
    }
  }

  private void showHistory() throws InterruptedException {
    press(KeyCode.CONTROL, KeyCode.H);
    await(node("sheet").visibleProperty(), shown -> shown);
  }

  @SuppressWarnings("unchecked")
  private TableView<Entry> cases() {
    return (TableView<Entry>) node("historyCases");
  }

  private void awaitCases(int count) throws InterruptedException {
    ObservableList<Entry> items = fx(() -> cases().getItems());
    await(Bindings.size(items), size -> size.intValue() == count);
  }

  private Label label(String id) {
    return (Label) node(id);
  }

  private Optional<ChainNode> seen() {
    return fx(() ->
        model().chain().tops().stream()
            .filter(node -> node.topic() == HistoryTopic.SEEN)
            .findFirst());
  }

  @Test
  void caseIsRememberedAndWhatWasSeenBeforeIsMarkedAndLeadsIntoTheHistory()
      throws IOException, InterruptedException {
    keep("2026-10-14-000000000000", Optional.empty(), address());

    investigate("192.0.2.10");
    await(model().chain().revisionProperty(), _ -> seen().isPresent());

    var mark = seen().orElseThrow().children().getFirst();
    assertThat(references()).containsExactly("pasted", "2026-10-14-000000000000.eml");
    robot.interact(() -> model().selectedProperty().set(Optional.of(mark)));
    robot.interact(() ->
        node("window").lookupAll(".hyperlink").stream()
            .map(Hyperlink.class::cast)
            .filter(link -> link.getText().contains("history"))
            .findFirst()
            .orElseThrow()
            .fire());
    awaitCases(2);
    assertThat(((TextField) node("historyWords")).getText()).isEqualTo("192.0.2.10");
  }

  private List<Hyperlink> linksOfHops() {
    return fx(() ->
        node("hops").lookupAll(".seen-link").stream()
            .filter(link -> link.isVisible() && link.getParent().isVisible())
            .map(Hyperlink.class::cast)
            .toList());
  }

  @Test
  void hopWhoseClientWasSeenBeforeSaysSoAndLeadsIntoTheHistory()
      throws IOException, InterruptedException {
    keep("one", Optional.empty(), address());
    keep("two", Optional.empty(), address());

    investigate(
        """
        Received: from mail.example.org (mail.example.org [192.0.2.10]) by mx.example.net; Mon, 23 Nov 2026 10:00:00 +0000
        Received: from pc (pc [198.51.100.7]) by mail.example.org; Mon, 23 Nov 2026 09:59:00 +0000
        From: ann@example.org

        x
        """);
    await(model().chain().revisionProperty(), _ -> seen().isPresent());
    robot.interact(() -> stage().getScene().snapshot(null));

    assertThat(linksOfHops())
        .singleElement()
        .satisfies(link -> {
          assertThat(link.getText()).isEqualTo("2 cases");
          assertThat(link.getAccessibleText()).contains("192.0.2.10");
        });
    robot.interact(() -> linksOfHops().getFirst().fire());
    awaitCases(3);
    assertThat(((TextField) node("historyWords")).getText()).isEqualTo("192.0.2.10");
  }

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
  void privateSessionMarksAndWritesNothing() throws IOException, InterruptedException {
    keep("one", Optional.empty(), address());
    var before = Files.readAllBytes(file());
    robot.interact(() -> item("privateSession").setSelected(true));
    assertThat(node("statusPrivate").isVisible()).isTrue();

    investigate("192.0.2.10");
    await(model().chain().revisionProperty(), _ -> seen().isPresent());

    assertThat(file()).hasBinaryContent(before);
    assertThat(stage().getTitle()).endsWith("(private session)");
  }

  @Test
  void privateSessionBeginsNoHistory() throws InterruptedException {
    robot.interact(() -> item("privateSession").setSelected(true));
    investigate("192.0.2.10");
    showHistory();
    await(label("historyCount").textProperty(), text -> text.equals("0 of no cases"));

    assertThat(folder).isEmptyDirectory();
  }

  private CheckMenuItem item(String id) {
    return (CheckMenuItem)
        ((MenuButton) node("more"))
            .getItems().stream().filter(each -> id.equals(each.getId())).findFirst().orElseThrow();
  }

  @Test
  void brokenHistoryIsOneLineAndTheCaseGoesOn() throws IOException, InterruptedException {
    Files.writeString(file(), "no database at all".repeat(500));

    investigate("192.0.2.10");
    await(model().noticeProperty(), told -> told.error());

    assertThat(model().noticeProperty().get().text())
        .contains("is no database", "the case is not remembered");
    assertThat(rows()).anyMatch(row -> row.contains("192.0.2.10") && row.contains("pass"));
    showHistory();
    await(label("historyTrouble").textProperty(), text -> text.contains("is no database"));
  }

  @Test
  void databaseOfAnotherProgramIsOneLineAndLeftAsItIs()
      throws IOException, InterruptedException, SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE bookmarks (url TEXT)");
    }
    var before = Files.readAllBytes(file());

    investigate("192.0.2.10");
    await(model().noticeProperty(), told -> told.error());

    assertThat(model().noticeProperty().get().text())
        .contains("is the database of another program")
        .doesNotContain("\n");
    assertThat(rows()).anyMatch(row -> row.contains("192.0.2.10") && row.contains("pass"));
    showHistory();
    await(label("historyTrouble").textProperty(), text -> text.contains("another program"));
    assertThat(file()).hasBinaryContent(before);
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

  @Test
  void sampleIsNobodysCase() throws InterruptedException {
    robot.clickOn("#sample");
    await(Phase.DONE);
    showHistory();
    await(label("historyCount").textProperty(), text -> !text.isEmpty());

    assertThat(file()).doesNotExist();
  }

  @Test
  void nothingIsRememberedWhereThatIsSwitchedOff() throws InterruptedException {
    showHistory();
    Node box = node("historyRemember");
    robot.clickOn(box);
    press(KeyCode.ESCAPE);
    investigate("192.0.2.10");

    assertThat(settings.remembering()).isFalse();
    assertThat(file()).doesNotExist();
  }
}
