package org.whence.investigation;

import java.util.Locale;

/// The checks of a message, in the order in which a receiving server makes them. Each can be
/// switched off ([Options#withChecks]).
public enum Check {
  /// Forward-confirmed reverse DNS of the client (RFC 8601, 3).
  IPREV,
  /// May the client send for the envelope's sender, and for the name in HELO? (RFC 7208)
  SPF,
  /// The signatures (RFC 6376).
  DKIM,
  /// The chain of those who passed the message on (RFC 8617).
  ARC,
  /// Does one of them speak for the author's domain? (RFC 9989). Rests on SPF, DKIM and ARC.
  DMARC;

  /// The word of the command line and of machine-readable forms, such as `iprev`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
