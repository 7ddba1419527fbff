package org.whence.investigation.claim;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.whence.arc.ArcResult;
import org.whence.dkim.DkimResult;
import org.whence.dmarc.DmarcResult;
import org.whence.iprev.IprevResult;
import org.whence.spf.SpfResult;

/// What we found, for claims to be held against. What was not checked is absent.
///
/// @param iprev of every client that was checked, the one at the border first
/// @param spf of the envelope's sender
/// @param spfHelo of the name in HELO
/// @param older DMARC by RFC 7489
/// @param asking whether DNS was asked at all
public record Findings(
    List<IprevResult> iprev,
    Optional<SpfResult> spf,
    Optional<SpfResult> spfHelo,
    Optional<DkimResult> dkim,
    Optional<ArcResult> arc,
    Optional<DmarcResult> dmarc,
    Optional<DmarcResult> older,
    boolean asking) {
  public Findings {
    iprev = List.copyOf(iprev);
  }

  Optional<IprevResult> iprev(InetAddress client) {
    return iprev.stream().filter(result -> result.client().equals(client)).findFirst();
  }
}
