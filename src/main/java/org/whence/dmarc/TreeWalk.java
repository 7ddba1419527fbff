package org.whence.dmarc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Names;
import org.xbill.DNS.Name;

/// The walk up the tree of names (RFC 9989, 4.10), at most [#MAX_QUERIES] questions each.
///
/// The author's walk is made whole, beyond a record of its own: the alignment of every identifier
/// hangs on the organization.
final class TreeWalk implements Discovery {
  /// How many questions a walk may ask: one for the domain itself and one for each of the labels
  /// that are left of a longer name.
  static final int MAX_QUERIES = 8;

  private final RecordLookup lookup;

  TreeWalk(RecordLookup lookup) {
    this.lookup = lookup;
  }

  /// A walk that was made.
  ///
  /// @param found the records, from the longest name to the shortest
  /// @param first what was looked for at the domain itself
  /// @param failure the question that ended it
  private record Walk(
      Name start, List<Looked.Found> found, Looked first, Optional<Looked.Failed> failure) {
    Optional<DmarcRecord> own() {
      return first instanceof Looked.Found(_, var record) ? Optional.of(record) : Optional.empty();
    }

    /// RFC 9989, 4.10.2.
    Organization organization() {
      return failure
          .<Organization>map(Organization.Unknown::new)
          .orElseGet(() -> new Organization.Known(select()));
    }

    private Name select() {
      for (var each : found) {
        switch (each.record().suffix()) {
          case NO -> {
            return each.domain();
          }
          case YES -> {
            if (!each.domain().equals(start)) {
              return last(start, each.domain().labels());
            }
          }
          case UNKNOWN -> {}
        }
      }
      return found.isEmpty() ? start : found.getLast().domain();
    }

    /// The record of a domain, where the walk found one.
    Optional<Looked.Found> at(Name domain) {
      return found.stream().filter(each -> each.domain().equals(domain)).findFirst();
    }

    /// The records that do not apply to an author without one of its own: those between it and its
    /// organization, and above that, but for the public suffix (RFC 9989, 4.10.1).
    List<Looked.Found> passedOver(Name organization) {
      return found.stream()
          .filter(each -> !each.domain().equals(organization))
          .filter(each -> each.record().suffix() != DmarcRecord.Suffix.YES)
          .toList();
    }

    /// The record of the public suffix that ended the walk.
    Optional<Looked.Found> suffix() {
      return found.isEmpty() || found.getLast().record().suffix() != DmarcRecord.Suffix.YES
          ? Optional.empty()
          : Optional.of(found.getLast());
    }
  }

  @Override
  public Discovered policy(Name author, Branch branch) throws InterruptedException {
    var walk = walk(author, branch);
    var org = walk.organization();
    var own = walk.own();
    if (own.isPresent()) {
      return new Discovered.Applies(author, own.get(), Discovered.Kind.AUTHOR, true, org);
    }
    return switch (org) {
      case Organization.Unknown(var failure) -> new Discovered.Failed(failure);
      case Organization.Known(var domain) -> {
        walk.passedOver(domain)
            .forEach(each ->
                branch.note(DmarcReason.PASSED_OVER, Value.domain(Names.text(each.domain()))));
        yield inherited(walk, domain, org);
      }
    };
  }

  /// RFC 9989, 4.10.1: the organization's record, or else that of the public suffix.
  private static Discovered inherited(Walk walk, Name organization, Organization org) {
    var exists = !(walk.first() instanceof Looked.Nothing(var named, _)) || named;
    var record = walk.at(organization);
    if (record.isPresent()) {
      return new Discovered.Applies(
          organization, record.get().record(), Discovered.Kind.ORGANIZATION, exists, org);
    }
    return walk.suffix()
        .<Discovered>map(suffix ->
            new Discovered.Applies(
                suffix.domain(), suffix.record(), Discovered.Kind.SUFFIX, exists, org))
        .orElseGet(() -> new Discovered.None(DmarcReason.NO_RECORD, Optional.of(organization)));
  }

  @Override
  public Organization organization(Name domain, Branch branch) throws InterruptedException {
    return walk(domain, branch).organization();
  }

  private Walk walk(Name start, Branch above) throws InterruptedException {
    var branch = above.open(DmarcTopic.WALK, Value.domain(Names.text(start)));
    var found = new ArrayList<Looked.Found>();
    Looked first = new Looked.Nothing(false, false);
    for (var target : targets(start)) {
      var looked = lookup.at(target, branch);
      first = target.equals(start) ? looked : first;
      if (looked instanceof Looked.Failed failed) {
        branch.close(Verdict.TEMPERROR, DmarcReason.WALK_FAILED, failed.values());
        return new Walk(start, found, first, Optional.of(failed));
      }
      if (looked instanceof Looked.Found record) {
        found.add(record);
        if (record.record().suffix() != DmarcRecord.Suffix.UNKNOWN) {
          break;
        }
      }
    }
    var walk = new Walk(start, found, first, Optional.empty());
    branch.close(
        Verdict.NEUTRAL, DmarcReason.ORGANIZATION, Value.domain(Names.text(walk.select())));
    return walk;
  }

  /// The domains whose records are asked for, in order: the start, then what is left of it, label
  /// by label; of a name of eight labels or more no more than seven are left (4.10, step 4).
  static List<Name> targets(Name start) {
    var targets = new ArrayList<Name>();
    targets.add(start);
    // The root is a label to dnsjava.
    for (var labels = Math.min(start.labels() - 1, MAX_QUERIES) - 1; labels > 0; labels--) {
      targets.add(last(start, labels));
    }
    return targets;
  }

  /// The last labels of a name.
  ///
  /// @param labels how many, the root not counted
  private static Name last(Name name, int labels) {
    return new Name(name, name.labels() - 1 - labels);
  }
}
