package org.whence.dmarc;

import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.Value;

/// A message judged by both texts, and where they differ, why: the first cause in the order of the
/// steps, organization, record, policy.
public final class BothReadings {
  private final DmarcResult newer;
  private final DmarcResult older;
  private final SuffixList list;

  /// @param newer by RFC 9989
  /// @param older by RFC 7489
  /// @param list the public suffix list that the latter used
  public BothReadings(DmarcResult newer, DmarcResult older, SuffixList list) {
    this.newer = newer;
    this.older = older;
    this.list = list;
  }

  /// Notes at the branch what the difference is, or that there is none.
  ///
  /// @return whether there is one
  public boolean note(Branch branch) {
    if (same(newer, older)) {
      branch.note(
          DmarcReason.SAME_BY_BOTH,
          Value.of(newer.spec().citation()),
          Value.of(older.spec().citation()));
      return false;
    }
    var organization = newer.decisive().flatMap(AuthorResult::organization);
    var registered = older.decisive().flatMap(AuthorResult::organization);
    var record = newer.decisive().flatMap(AuthorResult::recordDomain);
    var otherRecord = older.decisive().flatMap(AuthorResult::recordDomain);
    if (organization.isPresent()
        && registered.isPresent()
        && !organization.equals(registered)
        && (newer.verdict() != older.verdict() || !record.equals(otherRecord))) {
      branch.note(
          DmarcReason.OTHER_ORGANIZATION_BY_LIST,
          Value.domain(organization.get()),
          Value.domain(registered.get()),
          Value.of(newer.verdict().word()),
          Value.of(older.verdict().word()),
          Value.of(list.description()));
    } else if (!record.equals(otherRecord)) {
      branch.note(
          DmarcReason.OTHER_RECORD,
          value(record),
          value(otherRecord),
          Value.of(newer.verdict().word()),
          Value.of(older.verdict().word()));
    } else if (newer.verdict() == older.verdict()) {
      branch.note(DmarcReason.OTHER_POLICY, policy(newer), policy(older));
    } else {
      branch.note(
          DmarcReason.OTHER_RESULT,
          Value.of(newer.verdict().word()),
          Value.of(older.verdict().word()));
    }
    return true;
  }

  private static boolean same(DmarcResult one, DmarcResult other) {
    return one.verdict() == other.verdict()
        && one.policy().map(Applied::effective).equals(other.policy().map(Applied::effective))
        && one.decisive()
            .map(AuthorResult::domain)
            .equals(other.decisive().map(AuthorResult::domain));
  }

  private static Value value(Optional<String> domain) {
    return domain.<Value>map(Value::domain).orElse(Value.of(""));
  }

  private static Value policy(DmarcResult result) {
    return Value.of(result.policy().map(policy -> policy.effective().word()).orElse(""));
  }
}
