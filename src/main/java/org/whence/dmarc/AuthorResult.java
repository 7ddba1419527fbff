package org.whence.dmarc;

import java.util.List;
import java.util.Optional;
import org.whence.chain.Value;
import org.whence.chain.Verdict;

/// What DMARC says of one author's domain.
///
/// @param domain A-labels without the root dot; as it was given where it is no name, hostile
/// @param verdict `pass fail none temperror`
/// @param reason why
/// @param values what the reason speaks of
/// @param policy the policy that applies, where one does and is known
/// @param recordDomain where its record stands, without the label `_dmarc`
/// @param organization the organizational domain, where it is known
/// @param record the record that applies, or would if its policy were usable
/// @param spf whether the domain of MAIL FROM speaks for this one; empty where no policy applies
/// @param dkim whether a signature does, the best of them
/// @param path the step in the tree
public record AuthorResult(
    String domain,
    Verdict verdict,
    DmarcReason reason,
    List<Value> values,
    Optional<Applied> policy,
    Optional<String> recordDomain,
    Optional<String> organization,
    Optional<DmarcRecord> record,
    Optional<Alignment> spf,
    Optional<Alignment> dkim,
    String path) {
  public AuthorResult {
    values = List.copyOf(values);
  }
}
