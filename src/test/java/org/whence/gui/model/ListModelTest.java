package org.whence.gui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.chain.Outcome;
import org.whence.chain.Verdict;
import org.whence.investigation.InputReader;
import org.whence.investigation.Recognised;
import org.whence.iprev.IprevReason;

final class ListModelTest {
  private final ListModel model = new ListModel();

  @Test
  void badLinesStandInTheirPlaces() {
    var input = InputReader.pasted("192.0.2.1\n192.0.513\n192.0.2.2\n192.0.2.3\n192.0.514\n");
    model.begin(3, input.problems());
    var rows = rows("192.0.2.1\nx\n192.0.2.2\n192.0.2.3");
    model.add(rows.subList(0, 2));
    assertThat(lines()).containsExactly(1, 2, 3);
    model.add(rows.subList(2, 3));
    model.end(true);
    assertThat(lines()).containsExactly(1, 2, 3, 4, 5);
    assertThat(model.tally().ended()).isEqualTo(3);
    assertThat(model.tally().passed()).isEqualTo(3);
  }

  @Test
  void batchIsOneChange() {
    var changes = new ArrayList<Integer>();
    model.rows().addListener((ListChangeListener<ListRow>) _ -> changes.add(model.rows().size()));
    model.begin(3, List.of());
    model.add(rows("192.0.2.1\n192.0.2.2\n192.0.2.3"));
    assertThat(changes).containsExactly(3);
  }

  @Test
  void filterIsAskedOnceForEachRow() throws IOException, InterruptedException {
    var asked = new ArrayList<Integer>();
    model.begin(4, List.of());
    model.add(rows("192.0.2.1\n192.0.2.2"));
    model.view(
        new ListView(
            Optional.of(row -> asked.add(row.line()) && row.line() != 2), Optional.empty(), false));
    arrange();
    assertThat(lines()).containsExactly(1);
    model.add(rows("x\nx\n192.0.2.3\n192.0.2.4"));
    arrange();
    assertThat(lines()).containsExactly(1, 3, 4);
    assertThat(asked).containsExactly(1, 2, 3, 4);
    assertThat(model.isStale()).isFalse();

    model.view(ListView.ALL);
    arrange();
    assertThat(lines()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void sortedRowsAreMergedAndToldWhereTheyCame() throws IOException, InterruptedException {
    model.begin(7, List.of());
    model.add(rows("192.0.2.2\nx\n192.0.2.4\nx\n192.0.2.6"));
    model.view(new ListView(Optional.empty(), Optional.of(ListRow::line), true));
    arrange();
    assertThat(lines()).containsExactly(5, 3, 1);

    var places = new ArrayList<String>();
    model
        .rows()
        .addListener(
            (ListChangeListener<ListRow>)
                change -> {
                  while (change.next()) {
                    assertThat(change.wasAdded() && !change.wasRemoved()).isTrue();
                    places.add(change.getFrom() + "-" + change.getTo());
                  }
                });
    model.add(rows("x\n192.0.2.1\nx\n192.0.2.3\nx\n192.0.2.5\n192.0.2.7"));
    assertThat(lines()).containsExactly(5, 3, 1);
    arrange();
    assertThat(lines()).containsExactly(7, 6, 5, 4, 3, 2, 1);
    assertThat(places).containsExactly("0-2", "3-4", "5-6");
  }

  @Test
  void equalRowsStayInTheOrderOfTheList() throws IOException, InterruptedException {
    model.begin(4, List.of());
    model.view(new ListView(Optional.empty(), Optional.of(_ -> "same"), true));
    model.add(rows("192.0.2.1\n192.0.2.2"));
    arrange();
    model.add(rows("x\nx\n192.0.2.3\n192.0.2.4"));
    arrange();
    assertThat(lines()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void stoppedListGoesOnBehindItsLastAddress() {
    var input = InputReader.pasted("192.0.2.1\n192.0.513\n192.0.2.2\n");
    model.begin(2, input.problems());
    var rows = rows("192.0.2.1\nx\n192.0.2.2");
    model.add(rows.subList(0, 1));
    model.end(false);
    assertThat(lines()).containsExactly(1, 2);
    assertThat(model.stoppedProperty().get()).isTrue();

    model.goOn();
    assertThat(model.stoppedProperty().get()).isFalse();
    assertThat(model.all()).extracting(ListRow::line).containsExactly(1);
    model.add(rows.subList(1, 2));
    model.end(true);
    assertThat(model.all()).extracting(ListRow::line).containsExactly(1, 2, 3);
  }

  @ParameterizedTest
  @CsvSource({
    "7,7,true",
    "7,8,false",
    "=7,7,true",
    ">1,1,false",
    "> 1,2,true",
    ">=2,2,true",
    "<10,10,false",
    "<=10,10,true",
    "5-9,5,true",
    "5 - 9,9,true",
    "5-9,10,false"
  })
  void numbersAreAskedForAsAnalystsWriteThem(String text, int number, boolean wanted) {
    assertThat(NumberFilter.of(text).orElseThrow().test(number)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ">", "5-", "x", "1.5", "9999999999", "-3"})
  void whatIsNoNumberYetShowsEverything(String text) {
    assertThat(NumberFilter.of(text)).isEmpty();
  }

  private void arrange() throws IOException, InterruptedException {
    model.arranged(model.arranging().call());
  }

  @Test
  void evidenceIsGivenBackAsItWasPut() throws IOException {
    try (var file = EvidenceFile.open()) {
      var one = file.append(new byte[] {1, 2});
      var none = file.append(new byte[0]);
      var two = file.append(new byte[] {3});
      assertThat(file.read(two)).containsExactly(3);
      assertThat(file.read(none)).isEmpty();
      assertThat(file.read(one)).containsExactly(1, 2);
    }
  }

  private List<Integer> lines() {
    return model.rows().stream().map(ListRow::line).toList();
  }

  private static List<ListRow> rows(String list) {
    var outcome = new Outcome(Verdict.PASS, IprevReason.CONFIRMED, List.of());
    return ((Recognised.Addresses) InputReader.pasted(list).recognised())
        .entries().stream()
            .map(entry ->
                new ListRow(
                    entry.place().line(),
                    Optional.of(entry),
                    Optional.of(outcome),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()))
            .toList();
  }
}
