package org.whence.dmarc;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whence.chain.Outcome;
import org.whence.chain.Reason;
import org.whence.chain.Step;
import org.whence.chain.Value;
import org.whence.chain.Verdict;

/// What DMARC says of a message.
///
/// @param request what was known of it
/// @param spec the text that it was judged by
/// @param verdict `pass fail none temperror`; of several authors the worst; `permerror` where there
///   are more authors than were read or are judged, and none of those that are decides it
/// @param reason why
/// @param values what the reason speaks of
/// @param authors the authors' domains, each once, in order; no more than
///   [DmarcVerifier#MAX_AUTHORS]
/// @param decisive the author's domain that decided: of those that fail the one with the strictest
///   policy (RFC 9989, 11.5); empty where none did
/// @param step the branch of evidence
public record DmarcResult(
    DmarcRequest request,
    DmarcSpec spec,
    Verdict verdict,
    DmarcReason reason,
    List<Value> values,
    List<AuthorResult> authors,
    Optional<AuthorResult> decisive,
    Step step) {
  private static final Set<Reason> SET_ASIDE =
      Set.of(DmarcReason.SEVERAL_RECORDS, DmarcReason.UNUSABLE_RECORD, DmarcReason.NO_POLICY);

  public DmarcResult {
    values = List.copyOf(values);
    authors = List.copyOf(authors);
  }

  /// The policy that applies to the author's domain that decided.
  public Optional<Applied> policy() {
    return decisive.flatMap(AuthorResult::policy);
  }

  /// The findings of the evidence in the order of the tree, and why records were set aside, each
  /// word once.
  public List<String> warnings() {
    var words = new LinkedHashSet<String>();
    step.all()
        .forEach(each -> {
          each.findings().forEach(finding -> words.add(finding.reason().word()));
          each.outcome()
              .map(Outcome::reason)
              .filter(SET_ASIDE::contains)
              .ifPresent(reason -> words.add(reason.word()));
        });
    return List.copyOf(words);
  }
}
