package org.whence.gui.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.whence.chain.Outcome;
import org.whence.chain.Verdict;
import org.whence.investigation.AddressEntry;
import org.whence.investigation.AddressResult;
import org.whence.investigation.Problem;

/// A row of a long list: an address and what became of it, or a line that was not understood. Its
/// evidence lies on disk.
///
/// @param line where it stands in the list, or stands first
/// @param entry the address; absent for a line that was not understood
/// @param outcome how it was concluded
/// @param names the names of the address, real, in the order received
/// @param problem what is wrong with the line
/// @param again what asking again showed, where that was asked for
/// @param kept when it was looked at, and where its evidence is; absent where none could be kept
public record ListRow(
    int line,
    Optional<AddressEntry> entry,
    Optional<Outcome> outcome,
    List<String> names,
    Optional<Problem> problem,
    Optional<AskedAgain> again,
    Optional<Kept> kept) {

  /// What it takes to look at a row again, by its evidence.
  ///
  /// @param started when its address was begun, by the clock of the machine
  /// @param finished when it ended
  public record Kept(EvidenceFile.Portion portion, Instant started, Instant finished) {}

  public ListRow {
    names = List.copyOf(names);
  }

  static ListRow of(
      AddressResult result, Optional<AskedAgain> again, Optional<EvidenceFile.Portion> evidence) {
    return new ListRow(
        result.entry().place().line(),
        Optional.of(result.entry()),
        result.iprev().step().outcome(),
        result.iprev().names().stream().map(name -> name.name()).toList(),
        Optional.empty(),
        again,
        evidence.map(portion -> new Kept(portion, result.started(), result.finished())));
  }

  static ListRow of(Problem problem) {
    return new ListRow(
        problem.place().line(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.of(problem),
        Optional.empty(),
        Optional.empty());
  }

  /// The verdict; absent for a line that was not understood.
  public Optional<Verdict> verdict() {
    return outcome.map(Outcome::verdict);
  }

  /// How often the address stands in the list; 0 for a line that was not understood.
  public int count() {
    return entry.map(AddressEntry::count).orElse(0);
  }
}
