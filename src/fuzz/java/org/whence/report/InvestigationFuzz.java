package org.whence.report;

import java.io.IOException;

/// Any octets at all, whatever they come in, end as an investigation with its reports.
public final class InvestigationFuzz {
  private InvestigationFuzz() {}

  /// What the fuzzer calls.
  public static void fuzzerTestOneInput(byte[] octets) throws IOException {
    AnyOctets.investigate(octets);
  }
}
