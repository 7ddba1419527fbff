package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.CheckComboBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import org.whence.gui.model.ListRow;
import org.whence.gui.model.ListWords;
import org.whence.gui.model.Phase;
import org.whence.gui.model.Zone;
import org.whence.investigation.Comparison;
import org.whence.report.Format;
import org.whence.report.ListReport;

/// A firewall's log: rows come while the run goes on, are filtered and sorted, and open their tree.
final class ListStoryTest extends GuiTest {
  /// 250 addresses, of which 192.0.2.10 and 192.0.2.11 have names, and a bad line behind the first.
  private static final String LIST =
      Stream.concat(
              Stream.of("192.0.2.1", "192.0.513"),
              IntStream.rangeClosed(2, 250).mapToObj(i -> "192.0.2." + i))
          .collect(Collectors.joining("\n"));

  @Test
  void everyAddressIsARowAndBadLinesStandAmongThem() throws InterruptedException {
    investigate(LIST);
    assertThat(list().getItems()).hasSize(251);
    assertThat(words(1))
        .startsWith("2  192.0.513 not understood")
        .contains("3 numbers instead of 4");
    assertThat(words(10)).startsWith("11 1 192.0.2.10 pass").endsWith("mail.example.org");
    assertThat(model().tallyProperty().get().passed()).isEqualTo(1);
    assertThat(model().tallyProperty().get().ended()).isEqualTo(250);
    assertThat(fx(() -> ((Label) node("listShown")).getText())).isEqualTo("251 of 251 rows shown");
  }

  @Test
  void listIsSavedAsACaseWhichAnswersForItself(@TempDir Path folder) throws InterruptedException {
    investigate(LIST);
    var file = folder.resolve("list.whence");
    saveCase(file);
    places.answer(question -> {
      throw new AssertionError("nobody is asked: " + question);
    });
    openCase(file);

    assertThat(list().getItems()).hasSize(251);
    assertThat(words(10)).startsWith("11 1 192.0.2.10 pass").endsWith("mail.example.org");
    select(10);
    await(model().chain().revisionProperty(), _ -> !model().chain().tops().isEmpty());
    assertThat(rows()).anyMatch(row -> row.contains("PTR 10.2.0.192.in-addr.arpa"));
    assertThat(fx(() -> ((Label) node("bannerText")).getText())).contains("recorded");
  }

  @Test
  void rowOpensItsTreeWithItsEvidence() throws InterruptedException {
    investigate(LIST);
    assertThat(model().chain().tops()).isEmpty();
    select(10);
    await(model().chain().revisionProperty(), _ -> !model().chain().tops().isEmpty());
    assertThat(rows().getFirst()).contains("192.0.2.10", "IPREV pass");
    assertThat(rows()).anyMatch(row -> row.contains("PTR 10.2.0.192.in-addr.arpa"));
    assertThat(model().queries().rows()).isNotEmpty();
    assertThat(model().tallyProperty().get().ended()).isEqualTo(250);

    robot.interact(() -> list().requestFocus());
    press(KeyCode.DOWN);
    await(
        model().chain().revisionProperty(),
        _ -> !model().chain().tops().isEmpty() && rows().getFirst().contains("192.0.2.11"));
    assertThat(rows().getFirst()).contains("IPREV fail");
  }

  @Test
  void eachColumnHasAFilterAndAnOrder() throws InterruptedException {
    investigate(LIST);
    select(10);
    robot.clickOn("#filter-names").write("example.org");
    awaitRows(2);
    assertThat(selected().line()).isEqualTo(11);
    tick("fail");
    awaitRows(1);
    assertThat(words(0)).contains("192.0.2.11");
    robot.interact(() -> filter("filter-names").clear());
    robot.clickOn("#filter-count").write(">1");
    awaitRows(0);
    robot.interact(() -> filter("filter-count").clear());
    tick("not understood");
    awaitRows(2);
    assertThat(words(0)).contains("not understood");
    robot.interact(() -> results().getCheckModel().clearChecks());
    awaitRows(251);

    robot.interact(() -> {
      var address = list().getColumns().get(2);
      address.setSortType(SortType.DESCENDING);
      list().getSortOrder().setAll(List.of(address));
    });
    await(model().list().arrangedProperty(), _ -> words(0).contains("192.0.2.250"));
    assertThat(words(250)).contains("not understood");

    robot.clickOn("#filterPass");
    awaitRows(1);
    assertThat(words(0)).contains("192.0.2.10");
  }

  @Test
  void stoppingKeepsWhatWasFound() throws InterruptedException {
    var gate = new Gate(Zone.small(), 200);
    places.answer(question ->
        question.nameText().startsWith("1.")
            ? Zone.small().resolve(question)
            : gate.resolve(question));
    paste(LIST);
    press(KeyCode.CONTROL, KeyCode.ENTER);
    gate.awaitAsked();
    awaitRows(1);
    press(KeyCode.ESCAPE);
    await(Phase.STOPPED);
    awaitRows(2);
    assertThat(words(1)).contains("not understood");
    assertThat(fx(() -> model().tallyProperty().get().ended())).isEqualTo(1);

    gate.open();
    await(node("goOn").layoutBoundsProperty(), bounds -> bounds.getWidth() > 0);
    robot.clickOn("#goOn");
    await(Phase.DONE);
    awaitRows(251);
    assertThat(fx(() -> model().tallyProperty().get().ended())).isEqualTo(250);
    assertThat(words(0)).contains("192.0.2.1 ");
    assertThat(words(1)).contains("not understood");
    assertThat(words(250)).contains("192.0.2.250");
    assertThat(fx(() -> node("goOn").isVisible())).isFalse();
  }

  @Test
  void listIsExportedAsTheCommandLineWritesIt(@TempDir Path folder)
      throws IOException, InterruptedException {
    investigate(LIST);
    var csv = folder.resolve("list.csv");
    export("exportCsv", csv);
    assertThat(Files.readAllLines(csv))
        .hasSize(251)
        .startsWith(new String(ListReport.head(Format.CSV), StandardCharsets.UTF_8).stripTrailing())
        .anyMatch(row -> row.startsWith("192.0.2.10,11,1,pass,confirmed,mail.example.org,"));

    var json = folder.resolve("list.json");
    export("exportJson", json);
    assertThat(Files.readAllLines(json))
        .hasSize(250)
        .allMatch(row -> row.contains("\"sha256\"") && row.contains("\"tree\""));
  }

  @Test
  void listIsComparedRowByRow() throws InterruptedException {
    investigate(LIST);
    places.answer(Zone.of("10.2.0.192.in-addr.arpa. 60 IN PTR new.example.org."));
    press(KeyCode.CONTROL, KeyCode.D);
    await(model().list().againProperty(), again -> again);
    await(Phase.DONE);
    awaitRows(251);
    assertThat(again(10)).isEqualTo("pass \u2192 fail");
    assertThat(again(12)).isEqualTo("same");
    robot.clickOn("#filter-again").write("pass");
    awaitRows(1);
    select(0);
    await(model().comparisonProperty(), Optional::isPresent);
    assertThat(model().comparisonProperty().get().orElseThrow().result())
        .isEqualTo(Comparison.Result.CHANGED);
    assertThat(fx(() -> ((Label) node("changesRuns")).getText())).contains("1 verdict changed");
  }

  @Test
  void listIsComparedWithARecording(@TempDir Path folder) throws IOException, InterruptedException {
    chosen.recording =
        Optional.of(
            Files.writeString(
                folder.resolve("old.dns.jsonl"),
                """
                {"name":"10.2.0.192.in-addr.arpa","type":"PTR","outcome":"nxdomain"}
                """));
    paste(LIST);
    choose("compareRecording");
    await(Phase.DONE);
    awaitRows(251);
    assertThat(again(10)).isEqualTo("permerror \u2192 pass");
    assertThat(again(12)).isEqualTo("cannot be told");
  }

  @Test
  void listIsAskedSeveralTimes() throws InterruptedException {
    var asked = new AtomicInteger();
    places.answer(question ->
        question.nameText().startsWith("10.2.")
            ? Zone.of(
                    "10.2.0.192.in-addr.arpa. 60 IN PTR n%d.example.org."
                        .formatted(asked.incrementAndGet()))
                .resolve(question)
            : Zone.small().resolve(question));
    paste(LIST);
    choose("repeat");
    robot.clickOn("#sheet-repeat-start");
    await(Phase.DONE);
    awaitRows(251);
    assertThat(again(10)).contains("change");
    select(10);
    await(model().investigationProperty(), found -> found.isPresent());
    assertThat(model().investigationProperty().get().orElseThrow().rotations())
        .singleElement()
        .satisfies(rotation -> assertThat(rotation.rounds()).hasSize(5));
  }

  private void export(String item, Path file) throws InterruptedException {
    chosen.saved = Optional.of(file);
    fire("export", item);
    await(model().noticeProperty(), told -> told.text().contains(file.toString()));
    assertThat(model().noticeProperty().get().error()).isFalse();
  }

  private void choose(String item) {
    fire("again", item);
  }

  private String again(int row) {
    return fx(() -> new ListWords(model().words()).again(list().getItems().get(row)));
  }

  @Test
  void shortListStaysATree() throws InterruptedException {
    investigate("192.0.2.10 192.0.2.11");
    assertThat(list().getItems()).isEmpty();
    assertThat(rows()).isNotEmpty();
  }

  private void tick(String result) {
    robot.interact(() -> results().getCheckModel().check(result));
  }

  @SuppressWarnings("unchecked")
  private CheckComboBox<String> results() {
    return (CheckComboBox<String>) node("filter-result");
  }

  private void awaitRows(int count) throws InterruptedException {
    await(javafx.beans.binding.Bindings.size(list().getItems()), size -> size.intValue() == count);
  }

  private javafx.scene.control.TextField filter(String id) {
    return (javafx.scene.control.TextField) node(id);
  }

  private void select(int row) {
    robot.interact(() -> list().getSelectionModel().select(row));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private ListRow selected() {
    return fx(() -> list().getSelectionModel().getSelectedItem());
  }

  @SuppressWarnings("unchecked")
  private TableView<ListRow> list() {
    return (TableView<ListRow>) node("list");
  }

  private String words(int row) {
    return fx(() -> {
      var words = new ListWords(model().words());
      var shown = list().getItems().get(row);
      return String.join(
          " ",
          words.line(shown),
          words.count(shown),
          words.address(shown),
          words.result(shown),
          words.why(shown),
          words.names(shown));
    });
  }
}
