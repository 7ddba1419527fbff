package org.whence.arc;

import java.util.List;
import java.util.Locale;
import org.whence.dkim.AsOf;

/// How chains are checked.
///
/// @param asking whether DNS may be asked for keys
/// @param explaining whether it is looked for what would have made a message signature fit that
///   does not
/// @param headerAlone whether a body without octets was not given, rather than empty; then the
///   chain is not judged if all else holds
/// @param asOf the other times that are judged by as well; they change no verdict
/// @param trustedSealers domains that the analyst trusts to seal; a domain stands for itself and
///   all below it. They change no verdict.
public record ArcOptions(
    boolean asking,
    boolean explaining,
    boolean headerAlone,
    AsOf asOf,
    List<String> trustedSealers) {
  public ArcOptions {
    trustedSealers = List.copyOf(trustedSealers);
  }

  /// Asks, explains nothing, and trusts nobody in particular.
  public static ArcOptions defaults() {
    return new ArcOptions(true, false, false, AsOf.NONE, List.of());
  }

  /// The same, asking or not.
  public ArcOptions withAsking(boolean may) {
    return new ArcOptions(may, explaining, headerAlone, asOf, trustedSealers);
  }

  /// The same, explaining or not.
  public ArcOptions withExplaining(boolean wanted) {
    return new ArcOptions(asking, wanted, headerAlone, asOf, trustedSealers);
  }

  /// The same, for a message that may have been given without its body.
  public ArcOptions withHeaderAlone(boolean may) {
    return new ArcOptions(asking, explaining, may, asOf, trustedSealers);
  }

  /// The same with another list.
  public ArcOptions withTrustedSealers(List<String> domains) {
    return new ArcOptions(asking, explaining, headerAlone, asOf, domains);
  }

  /// The same with other times.
  public ArcOptions withAsOf(AsOf others) {
    return new ArcOptions(asking, explaining, headerAlone, others, trustedSealers);
  }

  /// Whether a domain is on the list.
  boolean trusts(String domain) {
    var lower = domain.toLowerCase(Locale.ROOT);
    return trustedSealers.stream()
        .map(trusted -> trusted.toLowerCase(Locale.ROOT))
        .anyMatch(trusted -> lower.equals(trusted) || lower.endsWith("." + trusted));
  }
}
