package org.whence.dmarc;

import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Names;
import org.xbill.DNS.Name;

/// The older way: at most two questions, and the organization by the public suffix list (RFC 7489,
/// 3.2 and 6.6.3).
final class SuffixDiscovery implements Discovery {
  private final RecordLookup lookup;
  private final SuffixList list;

  SuffixDiscovery(RecordLookup lookup, SuffixList list) {
    this.lookup = lookup;
    this.list = list;
  }

  @Override
  public Discovered policy(Name author, Branch branch) throws InterruptedException {
    var own = lookup.at(author, branch);
    var org = organization(author, branch);
    return switch (own) {
      case Looked.Found(_, var record) ->
          new Discovered.Applies(author, record, Discovered.Kind.AUTHOR, true, org);
      case Looked.Failed failed -> new Discovered.Failed(failed);
      // 6.6.3, step 5: several records end the look-up.
      case Looked.Nothing(_, var several) when several ->
          new Discovered.None(DmarcReason.SEVERAL_RECORDS_END, name(org));
      case Looked.Nothing(var named, _) -> inherited(author, named, org, branch);
    };
  }

  private Discovered inherited(Name author, boolean named, Organization org, Branch branch)
      throws InterruptedException {
    var domain = name(org).orElse(author);
    if (domain.equals(author)) {
      return new Discovered.None(DmarcReason.NO_RECORD, name(org));
    }
    return switch (lookup.at(domain, branch)) {
      case Looked.Found(_, var record) ->
          new Discovered.Applies(domain, record, Discovered.Kind.ORGANIZATION, named, org);
      case Looked.Failed failed -> new Discovered.Failed(failed);
      case Looked.Nothing(_, var several) ->
          new Discovered.None(
              several ? DmarcReason.SEVERAL_RECORDS_END : DmarcReason.NO_RECORD, name(org));
    };
  }

  private static Optional<Name> name(Organization org) {
    return org instanceof Organization.Known(var domain) ? Optional.of(domain) : Optional.empty();
  }

  @Override
  public Organization organization(Name domain, Branch branch) {
    var found = list.organization(domain);
    branch
        .open(DmarcTopic.SUFFIX, Value.domain(Names.text(domain)), Value.of(list.description()))
        .close(Verdict.NEUTRAL, DmarcReason.REGISTERED, Value.domain(Names.text(found)));
    return new Organization.Known(found);
  }
}
