package org.whence.dmarc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;

/// Judges messages by RFC 9989, or by RFC 7489. Keeps nothing between checks; any number may run at
/// once.
public final class DmarcVerifier {
  /// How many authors' domains of a message are judged. RFC 9989, 11.5 wants a limit; the number is
  /// our own.
  public static final int MAX_AUTHORS = 10;

  /// Of several authors the worst decides: whoever is not spoken for may be the one that a reader
  /// sees.
  private static final List<Verdict> WORST_FIRST =
      List.of(Verdict.FAIL, Verdict.TEMPERROR, Verdict.NONE, Verdict.PASS);

  private final DmarcSpec spec;
  private final SuffixList suffixes;

  /// @param suffixes the public suffix list; only RFC 7489 looks at it
  public DmarcVerifier(DmarcSpec spec, SuffixList suffixes) {
    this.spec = spec;
    this.suffixes = suffixes;
  }

  /// Judges a message in a step below the branch.
  public DmarcResult check(DmarcRequest request, Branch branch) throws InterruptedException {
    var step = branch.open(DmarcTopic.CHECK, Value.of(spec.citation()));
    var domains = domains(request);
    if (domains.isEmpty()) {
      return new Judgement(spec, request, List.of(), step).nothing(DmarcReason.NO_AUTHOR);
    }
    if (domains.size() > 1) {
      step.note(DmarcReason.SEVERAL_AUTHORS, Value.of(domains.size()));
    }
    if (domains.size() > MAX_AUTHORS) {
      step.note(DmarcReason.TOO_MANY_AUTHORS, Value.of(domains.size()), Value.of(MAX_AUTHORS));
    }
    var discovery = discovery();
    var organizations = new Organizations(discovery);
    var authors = new ArrayList<AuthorResult>();
    for (var domain : domains.stream().limit(MAX_AUTHORS).toList()) {
      authors.add(new AuthorCheck(spec, domain, request, step).check(discovery, organizations));
    }
    var worst = worst(authors);
    var judgement = new Judgement(spec, request, authors, step);
    if (settled(worst)) {
      return judgement.decided(worst);
    }
    if (domains.size() > MAX_AUTHORS) {
      return judgement.incomplete(
          DmarcReason.TOO_MANY_AUTHORS, Value.of(domains.size()), Value.of(MAX_AUTHORS));
    }
    return request.complete()
        ? judgement.decided(worst)
        : judgement.incomplete(DmarcReason.AUTHORS_NOT_READ);
  }

  /// Looks for the record and the policy that apply to a domain, in a step below the branch,
  /// without a message that could pass or fail.
  public AuthorResult published(String domain, Branch branch) throws InterruptedException {
    var request = new DmarcRequest(List.of(domain), Optional.empty(), List.of());
    var discovery = discovery();
    return new AuthorCheck(spec, domain, request, branch)
        .published(discovery, new Organizations(discovery));
  }

  /// Tells, in a step below the branch, that the message was not judged because nothing may be
  /// asked.
  public DmarcResult offline(DmarcRequest request, Branch branch) {
    var step = branch.open(DmarcTopic.CHECK, Value.of(spec.citation()));
    return new Judgement(spec, request, List.of(), step).nothing(DmarcReason.OFFLINE);
  }

  private Discovery discovery() {
    var lookup = new RecordLookup();
    return switch (spec) {
      case RFC9989 -> new TreeWalk(lookup);
      case RFC7489 -> new SuffixDiscovery(lookup, suffixes);
    };
  }

  /// The authors' domains, each once.
  private static List<String> domains(DmarcRequest request) {
    var once = new LinkedHashMap<String, String>();
    for (var author : request.authors()) {
      once.putIfAbsent(AuthorDomain.text(author), author);
    }
    return List.copyOf(once.values());
  }

  private static AuthorResult worst(List<AuthorResult> authors) {
    return authors.stream()
        .min(
            Comparator.comparingInt((AuthorResult author) -> WORST_FIRST.indexOf(author.verdict()))
                .thenComparing(DmarcVerifier::asked, Comparator.reverseOrder()))
        .orElseThrow();
  }

  /// Whether authors that are not judged could make nothing worse.
  private static boolean settled(AuthorResult worst) {
    return worst.verdict() == Verdict.FAIL || worst.verdict() == Verdict.TEMPERROR;
  }

  private static Policy asked(AuthorResult author) {
    return author.policy().map(Applied::effective).orElse(Policy.NONE);
  }
}
