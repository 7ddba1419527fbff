package org.whence.casefile;

import java.io.ByteArrayOutputStream;
import java.time.InstantSource;
import org.whence.chain.ChainListener;
import org.whence.dns.Resolution;
import org.whence.investigation.Input;
import org.whence.investigation.Investigation;
import org.whence.investigation.Investigator;
import org.whence.investigation.Options;

/// An investigation, and the case of it.
public record Recorded(Investigation investigation, CaseFile kept) {
  /// Whom to ask, and for what.
  ///
  /// @param keys the recordings that [Options#keys] were read from, one behind the other
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
  public record Asked(Resolution resolution, Options options, byte[] keys) {}

  /// Investigates, and keeps all that is said.
  ///
  /// @param notes what the analyst wrote before
  public static Recorded of(
      Input input, Asked asked, InstantSource clock, ChainListener listener, Notes notes) {
    var recording = new ByteArrayOutputStream();
    var resolution = asked.resolution().into(recording);
    var found = new Investigator(resolution, clock, asked.options()).investigate(input, listener);
    var heard =
        new CaseFile.Heard(asked.resolution().named(), recording.toByteArray(), asked.keys());
    return new Recorded(found, CaseFile.of(found, heard, notes));
  }
}
