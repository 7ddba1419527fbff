package org.whence.gui.model;

import java.io.IOException;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.whence.dns.Resolution;
import org.whence.investigation.AddressEntry;
import org.whence.investigation.Investigation;
import org.whence.investigation.Investigator;
import org.whence.investigation.Options;
import org.whence.investigation.Source;

/// What was found of the addresses of a list before, out of its evidence. For any thread.
interface ListBefore extends AutoCloseable {
  /// What was found of an address then; empty where it was not looked at.
  ///
  /// @throws IOException if its evidence cannot be read
  Optional<Investigation> of(AddressEntry entry) throws IOException, InterruptedException;

  @Override
  void close();

  /// Out of the run before, whose rows were these. The run is closed with it.
  static ListBefore run(ListRun run, List<ListRow> rows) {
    Map<InetAddress, ListRow> found =
        rows.stream()
            .filter(row -> row.kept().isPresent())
            .collect(
                Collectors.toMap(
                    row -> row.entry().orElseThrow().literal().address(),
                    row -> row,
                    (first, _) -> first));
    return new ListBefore() {
      @Override
      public Optional<Investigation> of(AddressEntry entry)
          throws IOException, InterruptedException {
        var row = found.get(entry.literal().address());
        return row == null ? Optional.empty() : Optional.of(run.investigation(row));
      }

      @Override
      public void close() {
        run.close();
      }
    };
  }

  /// Out of a recording, which is closed with it.
  static ListBefore recording(
      Resolution recording, InstantSource clock, Options options, Source source) {
    return new ListBefore() {
      @Override
      public Optional<Investigation> of(AddressEntry entry) throws InterruptedException {
        var investigator = new Investigator(recording, clock, options);
        return Optional.of(
            investigator.address(entry, source).investigation(investigator.parameters()));
      }

      @Override
      public void close() {
        recording.close();
      }
    };
  }
}
