package org.whence.report;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

/// Any octets at all, whatever they come in, end as an investigation, and every eighth input, by
/// what its octets hash to, as a report: a report costs as much as several investigations. All
/// reports of the same octets are a matter of `AnyOctetsTest`.
public final class InvestigationFuzz {
  /// In which each form of a report has one.
  private static final int TURNS = 24;

  private InvestigationFuzz() {}

  /// What the fuzzer calls first. All classes are loaded, and instrumented, before the time of an
  /// input is measured: on a busy machine that alone would end the run.
  public static void fuzzerInitialize() throws IOException {
    try (var sample = InvestigationFuzz.class.getResourceAsStream("/org/whence/sample/case.eml")) {
      AnyOctets.investigate(Objects.requireNonNull(sample).readAllBytes());
    }
  }

  /// What the fuzzer calls.
  public static void fuzzerTestOneInput(byte[] octets) throws IOException {
    var found = AnyOctets.cases(octets);
    var turn = Math.floorMod(Arrays.hashCode(octets), TURNS);
    if (turn < AnyOctets.FORMATS.size()) {
      for (var each : found) {
        AnyOctets.write(each, AnyOctets.FORMATS.get(turn));
      }
    }
  }
}
