package org.whence.arc;

import java.util.List;
import java.util.Locale;

/// How chains are checked.
///
/// @param asking whether DNS may be asked for keys
/// @param trustedSealers domains that the analyst trusts to seal; a domain stands for itself and
///   all below it. They change no verdict.
public record ArcOptions(boolean asking, List<String> trustedSealers) {
  public ArcOptions {
    trustedSealers = List.copyOf(trustedSealers);
  }

  /// Asks, and trusts nobody in particular.
  public static ArcOptions defaults() {
    return new ArcOptions(true, List.of());
  }

  /// The same, asking or not.
  public ArcOptions withAsking(boolean may) {
    return new ArcOptions(may, trustedSealers);
  }

  /// The same with another list.
  public ArcOptions withTrustedSealers(List<String> domains) {
    return new ArcOptions(asking, domains);
  }

  /// Whether a domain is on the list.
  boolean trusts(String domain) {
    var lower = domain.toLowerCase(Locale.ROOT);
    return trustedSealers.stream()
        .map(trusted -> trusted.toLowerCase(Locale.ROOT))
        .anyMatch(trusted -> lower.equals(trusted) || lower.endsWith("." + trusted));
  }
}
