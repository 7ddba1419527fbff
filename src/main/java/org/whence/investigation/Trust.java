package org.whence.investigation;

import java.util.List;
import org.whence.mail.BorderRule;
import org.whence.mail.TrustedServers;

/// Whom the analyst believes: where the trust line lies hangs on it, and which
/// Authentication-Results field counts.
///
/// @param servers the analyst's own relays
/// @param authservIds the authserv-ids of the analyst's own servers (RFC 8601, 2.5)
/// @param border how the border is to be found
/// @param sealers domains whose ARC seals the analyst trusts; each stands for all below it
public record Trust(
    TrustedServers servers, List<String> authservIds, BorderRule border, List<String> sealers) {
  /// Nobody is known to be believed.
  public static final Trust NONE = new Trust(TrustedServers.NONE, List.of(), BorderRule.AUTOMATIC);

  public Trust {
    authservIds = List.copyOf(authservIds);
    sealers = List.copyOf(sealers);
  }

  /// Trusting nobody in particular to seal.
  public Trust(TrustedServers servers, List<String> authservIds, BorderRule border) {
    this(servers, authservIds, border, List.of());
  }

  /// The same, trusting others to seal.
  public Trust withSealers(List<String> domains) {
    return new Trust(servers, authservIds, border, domains);
  }

  /// Whether the analyst said nothing.
  public boolean isNone() {
    return servers.isEmpty() && authservIds.isEmpty() && border.equals(BorderRule.AUTOMATIC);
  }
}
