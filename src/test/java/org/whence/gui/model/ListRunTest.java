package org.whence.gui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.whence.chain.ChainListener;
import org.whence.chain.Verdict;
import org.whence.dns.ResolutionOf;
import org.whence.investigation.AddressEntry;
import org.whence.investigation.InputReader;
import org.whence.investigation.Options;
import org.whence.investigation.Recognised;
import org.whence.investigation.Source;

final class ListRunTest {
  private static final List<AddressEntry> ENTRIES =
      ((Recognised.Addresses)
              InputReader.pasted("192.0.2.10\n192.0.2.11\n192.0.2.12\n").recognised())
          .entries();

  private final List<ListRow> rows = new ArrayList<>();
  private final List<String> trouble = new ArrayList<>();

  private static ListRun run(EvidenceFile evidence) {
    var resolution = ResolutionOf.resolver("test", Zone.small());
    var asked = new ListRun.Asked(resolution, () -> Zone.NOW, Options.defaults(), Source.PASTED);
    return new ListRun(asked, Optional.empty(), evidence);
  }

  private List<Optional<Verdict>> verdicts() {
    return rows.stream().map(ListRow::verdict).toList();
  }

  @Test
  void rowIsOpenedOutOfItsEvidence() throws IOException, InterruptedException {
    try (var run = run(EvidenceFile.open())) {
      assertThat(run.run(ENTRIES, rows::add, trouble::add)).isTrue();

      var opened = run.result(rows.get(1), ChainListener.NONE);
      assertThat(opened.iprev().verdict()).isEqualTo(Verdict.FAIL);
      assertThat(opened.tree().allExchanges()).hasSize(3);
      assertThat(opened.started()).isEqualTo(Zone.NOW);
    }
    assertThat(trouble).isEmpty();
  }

  @Test
  void evidenceThatCannotBeKeptIsToldOnceAndTheRunGoesOn() throws IOException {
    var full = EvidenceFile.open();
    full.close();
    try (var run = run(full)) {
      assertThat(run.run(ENTRIES, rows::add, trouble::add)).isTrue();
    }
    assertThat(verdicts())
        .containsExactly(
            Optional.of(Verdict.PASS), Optional.of(Verdict.FAIL), Optional.of(Verdict.PERMERROR));
    assertThat(rows).allMatch(row -> row.kept().isEmpty());
    assertThat(trouble).hasSize(1);
    assertThat(trouble.getFirst()).startsWith("evidence cannot be kept any further (");
  }
}
