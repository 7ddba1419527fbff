package org.whence.gui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.whence.chain.Outcome;
import org.whence.chain.Verdict;
import org.whence.gui.model.ListModel.View;
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
    model.end();
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
  void filterHoldsForWhatComesLater() throws IOException, InterruptedException {
    model.begin(4, List.of());
    model.add(rows("192.0.2.1\n192.0.2.2"));
    model.view(new View(row -> row.line() != 2, Optional.empty(), false));
    var from = model.size();
    var arrangement = model.arrangement();
    model.add(rows("x\nx\n192.0.2.3\n192.0.2.4"));
    model.arranged(arrangement.call(), from);
    assertThat(lines()).containsExactly(1, 3, 4);
    model.add(rows("192.0.2.5\n192.0.2.6").subList(1, 2));
    assertThat(lines()).containsExactly(1, 3, 4);
    assertThat(model.isStale()).isFalse();
  }

  @Test
  void sortedRowsAreArrangedAnewWhenMoreCome() throws IOException, InterruptedException {
    model.begin(3, List.of());
    model.add(rows("192.0.2.1\n192.0.2.2"));
    model.view(new View(_ -> true, Optional.of(ListRow::line), true));
    model.arranged(model.arrangement().call(), model.size());
    assertThat(lines()).containsExactly(2, 1);
    model.add(rows("x\nx\n192.0.2.3"));
    assertThat(lines()).containsExactly(2, 1);
    assertThat(model.isStale()).isTrue();
    model.arranged(model.arrangement().call(), model.size());
    assertThat(lines()).containsExactly(3, 2, 1);
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
                    Optional.empty()))
            .toList();
  }
}
