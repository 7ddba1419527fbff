package org.whence.dmarc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Names;
import org.xbill.DNS.Name;

/// The check of one author's domain: discovery, policy, alignment, verdict.
final class AuthorCheck {
  private final DmarcSpec spec;
  private final String author;
  private final DmarcRequest request;
  private final Branch branch;

  private Discovered.@Nullable Applies applies;
  private Optional<Applied> policy = Optional.empty();
  private Optional<Name> organization = Optional.empty();
  private List<IdentifierCheck> identifiers = List.of();
  private boolean judging = true;

  AuthorCheck(DmarcSpec spec, String author, DmarcRequest request, Branch above) {
    this.spec = spec;
    this.author = author;
    this.request = request;
    this.branch = above.open(DmarcTopic.AUTHOR, AuthorDomain.value(author));
  }

  AuthorResult check(Discovery discovery, Organizations organizations) throws InterruptedException {
    var name = AuthorDomain.name(author);
    if (name.isEmpty()) {
      return end(Verdict.NONE, DmarcReason.NOT_A_DOMAIN);
    }
    return switch (discovery.policy(name.get(), branch)) {
      case Discovered.Failed(var failure) ->
          end(Verdict.TEMPERROR, DmarcReason.LOOKUP_FAILED, failure.values());
      case Discovered.None(var reason, var org) -> {
        organization = org;
        yield end(Verdict.NONE, reason);
      }
      case Discovered.Applies found -> applies(name.get(), found, organizations);
    };
  }

  /// The record and the policy alone, for a domain without a message.
  AuthorResult published(Discovery discovery, Organizations organizations)
      throws InterruptedException {
    judging = false;
    return check(discovery, organizations);
  }

  private AuthorResult applies(Name name, Discovered.Applies found, Organizations organizations)
      throws InterruptedException {
    if (found.org() instanceof Organization.Known(var domain)) {
      organization = Optional.of(domain);
    }
    var outcome = new PolicyCheck(spec, name, found, branch).check();
    applies = found;
    if (outcome instanceof PolicyCheck.Outcome.None) {
      return end(Verdict.NONE, DmarcReason.NO_POLICY, domain(found));
    }
    if (judging && request.spf().isEmpty()) {
      branch.note(DmarcReason.SPF_MISSING);
    }
    if (outcome instanceof PolicyCheck.Outcome.Applies(var applied)) {
      policy = Optional.of(applied);
    }
    if (!judging) {
      return outcome instanceof PolicyCheck.Outcome.Unknown(var failure)
          ? end(Verdict.TEMPERROR, DmarcReason.POLICY_UNKNOWN, failure.values())
          : end(Verdict.NEUTRAL, DmarcReason.PUBLISHED, domain(found));
    }
    identifiers = open();
    for (var identifier : identifiers) {
      identifier.align(name, found, organizations);
    }
    var best =
        identifiers.stream().filter(identifier -> identifier.alignment().holds()).findFirst();
    identifiers.forEach(identifier -> identifier.end(best.isEmpty()));
    if (best.isPresent()) {
      return end(Verdict.PASS, DmarcReason.ALIGNED, best.get().passing());
    }
    return outcome instanceof PolicyCheck.Outcome.Unknown(var failure)
        ? end(Verdict.TEMPERROR, DmarcReason.POLICY_UNKNOWN, failure.values())
        : nothingHolds();
  }

  /// RFC 9989, 5.3.5 and 5.3.6.
  private AuthorResult nothingHolds() {
    if (identifiers.stream().anyMatch(i -> i.alignment() == Alignment.UNKNOWN)) {
      return end(Verdict.TEMPERROR, DmarcReason.ALIGNMENT_OPEN);
    }
    var any =
        request.spf().stream().anyMatch(AuthorCheck::passes)
            || request.dkim().stream().anyMatch(AuthorCheck::passes);
    return end(
        Verdict.FAIL,
        any ? DmarcReason.NOT_ALIGNED : DmarcReason.NOTHING_AUTHENTICATED,
        AuthorDomain.value(author));
  }

  private static boolean passes(Identifier identifier) {
    return identifier.result() == Verdict.PASS;
  }

  /// SPF first, so that many signatures cannot use up the walks that it needs.
  private List<IdentifierCheck> open() {
    var checks = new ArrayList<IdentifierCheck>();
    request
        .spf()
        .ifPresent(spf -> checks.add(new IdentifierCheck(spf, IdentifierCheck.Method.SPF, branch)));
    request.dkim().stream()
        .distinct()
        .forEach(signature ->
            checks.add(new IdentifierCheck(signature, IdentifierCheck.Method.DKIM, branch)));
    return checks;
  }

  private Optional<Alignment> aligned(IdentifierCheck.Method method) {
    if (applies == null) {
      return Optional.empty();
    }
    var best = Alignment.NO;
    for (var identifier : identifiers) {
      best = identifier.method() == method ? best.or(identifier.alignment()) : best;
    }
    return Optional.of(best);
  }

  private static Value domain(Discovered.Applies found) {
    return Value.domain(Names.text(found.domain()));
  }

  private AuthorResult end(Verdict verdict, DmarcReason reason, Value... values) {
    branch.close(verdict, reason, values);
    var found = Optional.ofNullable(applies);
    return new AuthorResult(
        AuthorDomain.text(author),
        verdict,
        reason,
        List.of(values),
        policy,
        found.map(each -> Names.text(each.domain())),
        organization.map(Names::text),
        found.map(Discovered.Applies::record),
        verdict == Verdict.NONE ? Optional.empty() : aligned(IdentifierCheck.Method.SPF),
        verdict == Verdict.NONE ? Optional.empty() : aligned(IdentifierCheck.Method.DKIM),
        branch.path());
  }
}
