package org.whence.dmarc;

import java.util.List;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Names;
import org.xbill.DNS.Name;

/// One identifier held against the author's domain (RFC 9989, 4.10.2), and concluded once all are
/// known, because what a foreign one means depends on the others.
final class IdentifierCheck {
  /// By which method a domain was authenticated, and the tag that says how closely it must fit.
  enum Method {
    SPF("SPF", "aspf"),
    DKIM("DKIM", "adkim");

    final String word;
    final String tag;

    Method(String word, String tag) {
      this.word = word;
      this.tag = tag;
    }
  }

  private final Identifier identifier;
  private final Method method;
  private final Branch branch;
  private Alignment alignment = Alignment.NO;
  private DmarcReason reason = DmarcReason.NOT_AUTHENTICATED;
  private List<Value> values = List.of();

  IdentifierCheck(Identifier identifier, Method method, Branch above) {
    this.identifier = identifier;
    this.method = method;
    this.branch =
        above.open(
            DmarcTopic.IDENTIFIER,
            Value.of(method.word),
            AuthorDomain.value(identifier.domain()),
            Value.of(identifier.result().word()));
  }

  Method method() {
    return method;
  }

  Alignment alignment() {
    return alignment;
  }

  /// What a message that passes by this identifier is told: the method, its domain, how it fits.
  Value[] passing() {
    return new Value[] {
      Value.of(method.word),
      AuthorDomain.value(identifier.domain()),
      Value.of(alignment.word().orElse(""))
    };
  }

  /// Holds it against the author's domain; walks only where the names leave it open.
  void align(Name author, Discovered.Applies found, Organizations organizations)
      throws InterruptedException {
    switch (identifier.result()) {
      case PASS -> hold(author, found, organizations);
      case TEMPERROR -> {
        hold(author, found, organizations);
        // RFC 9989, 5.3.6: what could not be authenticated this time may speak for the author.
        if (alignment == Alignment.NO) {
          decide(Alignment.NO, DmarcReason.NOT_AUTHENTICATED);
        } else {
          decide(Alignment.UNKNOWN, DmarcReason.AUTHENTICATION_OPEN);
        }
      }
      case NONE, FAIL, SOFTFAIL, NEUTRAL, POLICY, PERMERROR -> {}
    }
  }

  private void hold(Name author, Discovered.Applies found, Organizations organizations)
      throws InterruptedException {
    var name = AuthorDomain.name(identifier.domain());
    if (name.isEmpty()) {
      decide(Alignment.NO, DmarcReason.NO_NAME);
    } else if (name.get().equals(author)) {
      decide(Alignment.STRICT, DmarcReason.IDENTICAL);
    } else if (found.record().strict(method.tag)) {
      decide(Alignment.NO, DmarcReason.MUST_BE_IDENTICAL, Value.of(method.tag));
    } else {
      relaxed(name.get(), author, found.org(), organizations);
    }
  }

  private void relaxed(
      Name name, Name author, Organization organization, Organizations organizations)
      throws InterruptedException {
    switch (organization) {
      case Organization.Known(var domain) -> {
        // The organization behind a name is the name itself or one above it.
        if (name.subdomain(domain)) {
          below(name, domain, organizations);
        } else {
          decide(Alignment.NO, DmarcReason.ELSEWHERE, text(domain));
        }
      }
      case Organization.Unknown(var failure) -> {
        var apart =
            !new Name(name, name.labels() - 2).equals(new Name(author, author.labels() - 2));
        if (apart) {
          decide(Alignment.NO, DmarcReason.NOTHING_IN_COMMON);
        } else {
          decide(Alignment.UNKNOWN, DmarcReason.ALIGNMENT_UNKNOWN, failure.values());
        }
      }
    }
  }

  private void below(Name name, Name domain, Organizations organizations)
      throws InterruptedException {
    var own = organizations.of(name, branch);
    if (own.isEmpty()) {
      decide(Alignment.UNKNOWN, DmarcReason.WALK_LIMIT, Value.of(Organizations.MAX_WALKS));
      return;
    }
    switch (own.get()) {
      case Organization.Known(var other) when other.equals(domain) ->
          decide(Alignment.RELAXED, DmarcReason.SAME_ORGANIZATION, text(domain));
      case Organization.Known(var other) ->
          decide(Alignment.NO, DmarcReason.OTHER_ORGANIZATION, text(other), text(domain));
      case Organization.Unknown(var failure) ->
          decide(Alignment.UNKNOWN, DmarcReason.ALIGNMENT_UNKNOWN, failure.values());
    }
  }

  private void decide(Alignment how, DmarcReason why, Value... about) {
    alignment = how;
    reason = why;
    values = List.of(about);
  }

  /// Concludes the step.
  ///
  /// @param nothingHolds whether no identifier speaks for the author: only then is this one a
  ///   failure
  void end(boolean nothingHolds) {
    var verdict =
        switch (alignment) {
          case STRICT, RELAXED -> Verdict.PASS;
          case UNKNOWN -> Verdict.TEMPERROR;
          case NO ->
              reason == DmarcReason.NOT_AUTHENTICATED
                  ? Verdict.NONE
                  : nothingHolds ? Verdict.FAIL : Verdict.NEUTRAL;
        };
    branch.close(verdict, reason, values.toArray(Value[]::new));
  }

  private static Value text(Name name) {
    return Value.domain(Names.text(name));
  }
}
