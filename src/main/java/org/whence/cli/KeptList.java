package org.whence.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.whence.casefile.CaseFile;
import org.whence.casefile.ClockReadings;
import org.whence.casefile.ListCase;
import org.whence.dns.Resolution;
import org.whence.investigation.AddressResult;
import org.whence.investigation.AddressSurvey;
import org.whence.investigation.Parameters;
import org.whence.investigation.Source;

/// Keeps a list that is checked as a case, while it is checked.
final class KeptList implements AutoCloseable {
  /// From how many addresses on memory does not hold their trees.
  static final int LONG = 200;

  private static final InstantSource CLOCK = InstantSource.system();

  private final AddressSurvey list;
  private final Source source;
  private final ListCase file;
  private final Instant started = CLOCK.instant();
  private final ClockReadings clock = new ClockReadings();

  /// @param path where the case goes
  KeptList(AddressSurvey list, Source source, Path path) throws IOException {
    this.list = list;
    this.source = source;
    this.file = ListCase.begin(path, list);
  }

  /// The resolver, heard.
  Resolution hearing(Resolution resolution) {
    return resolution.into(file.recording());
  }

  /// Takes what was found of an address; on any thread.
  void heard(AddressResult result) {
    clock.add(result.tree().allExchanges());
  }

  /// Saves the case.
  ///
  /// @param named whether somebody was asked whom the analyst named
  /// @param stopped whether the run was stopped before its end
  void save(Parameters parameters, boolean named, boolean stopped) throws IOException {
    var span = new CaseFile.Span(started, CLOCK.instant(), stopped, clock.offset());
    var heard = new CaseFile.Heard(named, new byte[0], new byte[0]);
    file.save(CaseFile.of(list.kept(source), parameters, span, heard), list, CLOCK);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
