package org.whence.gui.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.whence.casefile.CaseFile;
import org.whence.casefile.ClockOffset;
import org.whence.casefile.ClockReadings;
import org.whence.chain.ChainListener;
import org.whence.dns.Resolution;
import org.whence.investigation.AddressEntry;
import org.whence.investigation.AddressResult;
import org.whence.investigation.Comparison;
import org.whence.investigation.InOrder;
import org.whence.investigation.Investigation;
import org.whence.investigation.Investigator;
import org.whence.investigation.Options;
import org.whence.investigation.Parameters;
import org.whence.investigation.Source;

/// A run over a long list: many addresses at once, rows in the order of the list, the evidence of
/// each on disk, so that memory holds the rows alone.
final class ListRun implements AutoCloseable {
  /// As the command line has it.
  private static final int AT_ONCE = 500;

  private final Asked asked;
  private final Optional<ListBefore> before;
  private final EvidenceFile evidence;
  private final ClockReadings clock = new ClockReadings();
  private boolean full;

  /// @param evidence lines of a recording
  private record Found(
      AddressResult result, Optional<AskedAgain> again, ByteArrayOutputStream evidence) {}

  /// What a run rests on.
  ///
  /// @param resolution whom to ask; closing it is the caller's
  /// @param source where the list came from
  record Asked(Resolution resolution, InstantSource clock, Options options, Source source) {
    Investigator investigator(Resolution answering) {
      return new Investigator(answering, clock, options);
    }
  }

  /// @param before what each address is held against; closed with the run
  ListRun(Asked asked, Optional<ListBefore> before) throws IOException {
    this(asked, before, EvidenceFile.open());
  }

  /// @param evidence takes what is heard; closed with the run
  ListRun(Asked asked, Optional<ListBefore> before, EvidenceFile evidence) {
    this.asked = asked;
    this.before = before;
    this.evidence = evidence;
  }

  /// Runs over addresses, to the end; a run that was interrupted can go on with those that are
  /// left.
  ///
  /// @param found takes the rows, in order
  /// @param trouble hears once, in a line, that evidence cannot be kept any further
  /// @return whether it came to the end; otherwise it was interrupted
  boolean run(List<AddressEntry> entries, Consumer<ListRow> found, Consumer<String> trouble)
      throws IOException {
    var next = entries.iterator();
    try {
      new InOrder<AddressEntry, Found>(AT_ONCE)
          .run(
              () -> next.hasNext() ? next.next() : null,
              this::check,
              one ->
                  found.accept(
                      ListRow.of(
                          one.result(), one.again(), keep(one.evidence().toByteArray(), trouble))));
      return true;
    } catch (InterruptedException stopped) {
      return false;
    }
  }

  private Found check(AddressEntry entry) throws InterruptedException {
    var recording = new ByteArrayOutputStream();
    var investigator = asked.investigator(asked.resolution().into(recording));
    var result = investigator.address(entry, asked.source());
    clock.add(result.tree().allExchanges());
    var again =
        before.isPresent()
            ? Optional.of(compared(result, investigator.parameters()))
            : AskedAgain.of(result);
    return new Found(result, again, recording);
  }

  private AskedAgain compared(AddressResult result, Parameters parameters)
      throws InterruptedException {
    return comparison(result.entry(), result.investigation(parameters))
        .map(AskedAgain::of)
        .orElseGet(AskedAgain.New::new);
  }

  private Optional<Comparison> comparison(AddressEntry entry, Investigation now)
      throws InterruptedException {
    if (before.isEmpty()) {
      return Optional.empty();
    }
    try {
      return before.get().of(entry).map(then -> Comparison.of(then, now));
    } catch (IOException evidenceIsGone) {
      return Optional.empty();
    }
  }

  private Optional<EvidenceFile.Portion> keep(byte[] lines, Consumer<String> trouble) {
    try {
      return full ? Optional.empty() : Optional.of(evidence.append(lines));
    } catch (IOException e) {
      full = true;
      trouble.accept("evidence cannot be kept any further (" + e.getMessage() + ")");
      return Optional.empty();
    }
  }

  /// What was heard, as a case holds it.
  ///
  /// @param keys the recordings that keys of then were taken from
  CaseFile.Heard heard(byte[] keys) throws IOException {
    return new CaseFile.Heard(asked.resolution().named(), evidence.all(), keys);
  }

  /// How far the clock of the machine was ahead, where the answers tell.
  Optional<ClockOffset> clockOffset() {
    return clock.offset();
  }

  /// What the run rests on, as reports repeat it.
  Parameters parameters() {
    return asked.investigator(asked.resolution()).parameters();
  }

  /// What was found of the address of a row, answered by what was kept of it.
  ///
  /// @throws IOException if that cannot be read
  AddressResult result(ListRow row, ChainListener listener)
      throws IOException, InterruptedException {
    var kept = row.kept().orElseThrow();
    var replayed = asked.resolution().from(evidence.read(kept.portion()), kept::started);
    return new Investigator(replayed, kept::started, asked.options())
        .address(row.entry().orElseThrow(), asked.source(), listener)
        .at(kept.started(), kept.finished());
  }

  /// The same as an investigation of the address alone.
  Investigation investigation(ListRow row) throws IOException, InterruptedException {
    return result(row, ChainListener.NONE).investigation(parameters());
  }

  /// The same, and what changed, where the run held its addresses against something.
  Runs.Ran opened(ListRow row, ChainListener listener) throws IOException, InterruptedException {
    var now = result(row, listener).investigation(parameters());
    return new Runs.Ran(now, comparison(row.entry().orElseThrow(), now));
  }

  /// Forgets what its addresses were held against: now it is what others are held against.
  void forgetBefore() {
    before.ifPresent(ListBefore::close);
  }

  @Override
  public void close() {
    forgetBefore();
    evidence.close();
  }
}
