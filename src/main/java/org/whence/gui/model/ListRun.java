package org.whence.gui.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.whence.chain.ChainListener;
import org.whence.dns.Resolution;
import org.whence.investigation.AddressEntry;
import org.whence.investigation.AddressResult;
import org.whence.investigation.InOrder;
import org.whence.investigation.Investigator;
import org.whence.investigation.Options;
import org.whence.investigation.Source;

/// A run over a long list: many addresses at once, rows in the order of the list, the evidence of
/// each on disk, so that memory holds the rows alone.
final class ListRun implements AutoCloseable {
  /// As the command line has it.
  private static final int AT_ONCE = 500;

  private final Resolution resolution;
  private final InstantSource clock;
  private final Options options;
  private final Source source;
  private final EvidenceFile evidence;
  private boolean full;

  /// @param evidence lines of a recording
  private record Found(AddressResult result, ByteArrayOutputStream evidence) {}

  /// @param resolution whom to ask; closing it is the caller's
  ListRun(Resolution resolution, InstantSource clock, Options options, Source source)
      throws IOException {
    this.resolution = resolution;
    this.clock = clock;
    this.options = options;
    this.source = source;
    this.evidence = EvidenceFile.open();
  }

  /// Runs to the end.
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
                      ListRow.of(one.result(), keep(one.evidence().toByteArray(), trouble))));
      return true;
    } catch (InterruptedException stopped) {
      return false;
    }
  }

  private Found check(AddressEntry entry) throws InterruptedException {
    var recording = new ByteArrayOutputStream();
    var result =
        new Investigator(resolution.into(recording), clock, options).address(entry, source);
    return new Found(result, recording);
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

  /// Checks the address of a row once more, answered by what was kept of it.
  AddressResult again(ListRow row, ChainListener listener)
      throws IOException, InterruptedException {
    var replayed = resolution.from(evidence.read(row.evidence().orElseThrow()), clock);
    return new Investigator(replayed, clock, options)
        .address(row.entry().orElseThrow(), source, listener);
  }

  @Override
  public void close() {
    evidence.close();
  }
}
