package org.whence.enrichment;

import java.net.InetAddress;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.ip.ReverseName;
import org.whence.ip.SpecialUse;

/// Asks others about addresses and domains. Stateless, for any thread.
public final class Enricher {
  private final Enrichment wanted;

  /// @param wanted whom to ask
  public Enricher(Enrichment wanted) {
    this.wanted = wanted;
  }

  /// Asks about an address, in a step below the branch; not about one that is set aside.
  public void address(InetAddress address, Branch above) throws InterruptedException {
    var lists = wanted.lists().stream().filter(list -> !list.domains()).toList();
    if ((wanted.origin().isEmpty() && lists.isEmpty())
        || SpecialUse.of(address).filter(use -> !use.asked()).isPresent()) {
      return;
    }
    var branch = above.open(EnrichmentTopic.SUBJECT, Value.of(address));
    var labels = ReverseName.labels(address);
    if (wanted.origin().isPresent()) {
      new OriginCheck(wanted.origin().get()).check(address, labels, branch);
    }
    for (var list : lists) {
      new ListCheck(list).check(labels, branch);
    }
    branch.close();
  }

  /// Asks about a domain, in a step below the branch.
  public void domain(String domain, Branch above) throws InterruptedException {
    var lists = wanted.lists().stream().filter(BlockList::domains).toList();
    if (lists.isEmpty()) {
      return;
    }
    var branch = above.open(EnrichmentTopic.SUBJECT, Value.domain(domain));
    for (var list : lists) {
      new ListCheck(list).check(domain, branch);
    }
    branch.close();
  }
}
