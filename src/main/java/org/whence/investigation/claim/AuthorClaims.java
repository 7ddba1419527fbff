package org.whence.investigation.claim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.whence.chain.Value;
import org.whence.dmarc.AuthorResult;
import org.whence.dmarc.DmarcReason;
import org.whence.dmarc.DmarcResult;

/// Statements about the author: `dmarc`.
final class AuthorClaims {
  /// How Google, Microsoft, OpenDMARC and others write the policy into a comment.
  private static final Pattern POLICY =
      Pattern.compile(
          "\\bp(?:olicy)?\\s?=\\s?(none|quarantine|reject)\\b", Pattern.CASE_INSENSITIVE);

  private final Findings findings;

  AuthorClaims(Findings findings) {
    this.findings = findings;
  }

  /// DMARC of the author that the statement names.
  ///
  /// @param before the statements of the same field about SPF and DKIM
  Compared dmarc(Holding holding, List<Compared> before) {
    if (findings.dmarc().isEmpty()) {
      return holding.nothing(ClaimReason.NOT_CHECKED);
    }
    var ours = findings.dmarc().get();
    if (ours.reason() == DmarcReason.OFFLINE) {
      return holding.nothing(ClaimReason.OFFLINE);
    }
    var domain = holding.statement().domain("header.from");
    var author = author(ours, domain);
    if (author.isEmpty()) {
      holding.against(ours.verdict(), ours.step().path());
      domain.ifPresent(name -> holding.because(ClaimReason.OTHER_AUTHOR, Value.of(name)));
      return holding.end();
    }
    holding.against(author.get().verdict(), author.get().path());
    if (!holding.agrees()) {
      causes(holding, author.get(), before);
    }
    policy(holding, author.get());
    return holding.end();
  }

  private static Optional<AuthorResult> author(DmarcResult ours, Optional<String> domain) {
    return domain.isEmpty()
        ? ours.decisive()
        : ours.authors().stream()
            .filter(author -> author.domain().equalsIgnoreCase(domain.get()))
            .findFirst();
  }

  private void causes(Holding holding, AuthorResult ours, List<Compared> before) {
    var claimed = holding.statement().word();
    if (findings.older().filter(older -> older.verdict().word().equals(claimed)).isPresent()) {
      holding.because(ClaimReason.OLDER_TEXT);
    }
    if (before.stream().anyMatch(each -> each.agreement() == ClaimReason.DIFFERENT)) {
      holding.because(ClaimReason.RESTS_ON_OTHERS);
    }
    holding.trouble();
    if (!holding.explained()) {
      holding.because(
          ClaimReason.RECORD_CHANGED, Value.of(ours.recordDomain().orElse(ours.domain())));
    }
  }

  /// The policy may differ where the results do not.
  private static void policy(Holding holding, AuthorResult ours) {
    var claimed = policy(holding.statement());
    var found = ours.policy().map(policy -> policy.published().word());
    if (claimed.isPresent() && found.isPresent() && !claimed.equals(found)) {
      holding.because(ClaimReason.OTHER_POLICY, Value.of(claimed.get()), Value.of(found.get()));
    }
  }

  private static Optional<String> policy(Statement statement) {
    return statement
        .value("policy.p", "policy.dmarc")
        .or(() ->
            statement.result().comments().stream()
                .map(POLICY::matcher)
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group(1))
                .findFirst())
        .map(word -> word.toLowerCase(Locale.ROOT));
  }
}
