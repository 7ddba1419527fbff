package org.whence.investigation.plan;

import java.util.HashSet;
import java.util.Set;
import org.whence.chain.Step;
import org.whence.dmarc.SuffixList;
import org.whence.dns.Exchange;
import org.xbill.DNS.Name;

/// The domains that the message supplied, as far as they are asked for.
final class SenderDomains {
  private static final Name IN_ADDR = Name.fromConstantString("in-addr.arpa.");
  private static final Name IP6 = Name.fromConstantString("ip6.arpa.");

  private final SuffixList suffixes;
  private final Set<Name> organizations = new HashSet<>();

  private SenderDomains(SuffixList suffixes) {
    this.suffixes = suffixes;
  }

  /// @param blind the tree of a run that knew nothing from DNS: every name in it that is no reverse
  ///   name came with the input
  static SenderDomains of(Step blind, SuffixList suffixes) {
    var domains = new SenderDomains(suffixes);
    blind.allExchanges().stream()
        .map(Exchange::question)
        .map(question -> question.name())
        .filter(name -> !isReverse(name))
        .forEach(name -> domains.organizations.add(suffixes.organization(name)));
    return domains;
  }

  /// Whose name servers see a question for the name.
  Witness witness(Name name) {
    if (isReverse(name)) {
      return Witness.ADDRESS_OWNER;
    }
    return organizations.contains(suffixes.organization(name)) ? Witness.SENDER : Witness.OTHER;
  }

  private static boolean isReverse(Name name) {
    return name.subdomain(IN_ADDR) || name.subdomain(IP6);
  }
}
