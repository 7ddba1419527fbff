package org.whence.spf;

import java.util.List;
import java.util.Optional;
import org.whence.chain.Step;
import org.whence.chain.Value;
import org.whence.chain.Verdict;

/// What SPF says of a client.
///
/// @param request what was known of the client
/// @param identity whose word was judged; that of HELO for the null sender
/// @param domain its domain, A-labels without the root dot; hostile where it is no name
/// @param decision the result, and what decided it
/// @param reason why
/// @param values what the reason speaks of
/// @param explanation what the domain says about a `fail`, in printable ASCII, hostile; empty where
///   the receiver's own words are to be used
/// @param lookups terms that caused queries, up to the decision (RFC 7208, 4.6.4)
/// @param voidLookups questions of theirs that brought nothing, up to the decision
/// @param ledger the counters after each term that counts, in order
/// @param step the branch of evidence
public record SpfResult(
    SpfRequest request,
    SpfIdentity identity,
    String domain,
    SpfDecision decision,
    SpfReason reason,
    List<Value> values,
    Optional<String> explanation,
    int lookups,
    int voidLookups,
    List<Counted> ledger,
    Step step) {
  public SpfResult {
    values = List.copyOf(values);
    ledger = List.copyOf(ledger);
  }

  /// The result as a word.
  public Verdict verdict() {
    return decision.verdict();
  }

  /// The directive that matched, as published.
  public Optional<String> mechanism() {
    return decision instanceof SpfDecision.Matched(_, var mechanism, _)
        ? Optional.of(mechanism)
        : Optional.empty();
  }

  /// The steps of the terms that led to the decision, the outermost first; empty where no term did.
  /// Each is the path of a step below [#step].
  public List<String> path() {
    return switch (decision) {
      case SpfDecision.NoPolicy _ -> List.of();
      case SpfDecision.Matched(_, _, var path) -> path;
      case SpfDecision.NothingMatched(var path) -> path;
      case SpfDecision.Temporary(_, var path) -> path;
      case SpfDecision.Permanent(var path) -> path;
    };
  }
}
