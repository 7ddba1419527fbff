package org.whence.report;

import java.io.IOException;
import java.util.Objects;

/// Any octets at all, whatever they come in, end as an investigation with its reports.
public final class InvestigationFuzz {
  private InvestigationFuzz() {}

  /// What the fuzzer calls first. All classes are loaded, and instrumented, before the time of an
  /// input is measured: on a busy machine that alone would end the run.
  public static void fuzzerInitialize() throws IOException {
    try (var sample = InvestigationFuzz.class.getResourceAsStream("/org/whence/sample/case.eml")) {
      fuzzerTestOneInput(Objects.requireNonNull(sample).readAllBytes());
    }
  }

  /// What the fuzzer calls.
  public static void fuzzerTestOneInput(byte[] octets) throws IOException {
    AnyOctets.investigate(octets);
  }
}
