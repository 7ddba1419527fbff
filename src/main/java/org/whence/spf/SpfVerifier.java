package org.whence.spf;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.whence.chain.Branch;
import org.whence.chain.Step;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.whence.ip.Addresses;
import org.xbill.DNS.Type;

/// Checks clients by RFC 7208. Keeps nothing between checks; any number may run at once.
public final class SpfVerifier {
  /// How many terms may cause queries (RFC 7208, 4.6.4).
  public static final int MAX_LOOKUPS = 10;

  /// How many questions may bring nothing (RFC 7208, 4.6.4).
  public static final int MAX_VOIDS = 2;

  /// How many names an `mx` may have, and how many of a `ptr` are looked up (RFC 7208, 4.6.4).
  public static final int MAX_NAMES = 10;

  /// How long a check may take (RFC 7208, 4.6.4: at least 20 seconds). No question is asked after
  /// that; one that is under way is waited for.
  public static final Duration TIME_LIMIT = Duration.ofSeconds(20);

  /// How many terms that cause queries are evaluated in all, where the evaluation goes on after the
  /// decision. The number is our own.
  public static final int MAX_BEYOND = 100;

  private final InstantSource clock;
  private final SpfOptions options;

  /// @param clock for the time limit and for the macro `%{t}`
  public SpfVerifier(InstantSource clock, SpfOptions options) {
    this.clock = clock;
    this.options = options;
  }

  /// Checks the MAIL FROM identity, in a step below the branch; with the null sender that is
  /// `postmaster` at the HELO domain (RFC 7208, 2.4). Where the request names a policy, the sender
  /// is `postmaster` at its domain if there is none.
  public SpfResult check(SpfRequest request, Branch branch) throws InterruptedException {
    return mailFrom(request, branch).run();
  }

  private Check mailFrom(SpfRequest request, Branch branch) {
    return request
        .policy()
        .map(domain -> new Check(request, Sender.of(request, domain), domain, branch))
        .orElseGet(() -> new Check(request, Sender.ofMailFrom(request), branch));
  }

  /// Checks the HELO identity, in a step below the branch (RFC 7208, 2.3).
  public SpfResult checkHelo(SpfRequest request, Branch branch) throws InterruptedException {
    return new Check(request, Sender.ofHelo(request), branch).run();
  }

  /// Tells, in a step below the branch, that the MAIL FROM identity was not checked because nothing
  /// may be asked.
  public SpfResult offline(SpfRequest request, Branch branch) {
    return mailFrom(request, branch).end(Conclusion.of(Verdict.NONE, SpfReason.OFFLINE));
  }

  /// Checks what a result would be, had something else been seen, in a step below the branch. It
  /// judges the identity that the result is of; that of MAIL FROM where another sender is supposed.
  ///
  /// @param seen the result that stays as it is
  public Supposed suppose(SpfResult seen, Supposition supposition, Branch above)
      throws InterruptedException {
    var branch = above.open(SpfTopic.SUPPOSED, supposition.values());
    var request = supposition.in(seen.request());
    var byHelo = seen.identity() == SpfIdentity.HELO && supposition.mailFrom().isEmpty();
    var result = byHelo ? checkHelo(request, branch) : check(request, branch);
    var same = result.verdict() == seen.verdict();
    var step =
        branch.close(
            result.verdict(),
            same ? SpfReason.WOULD_STAY : SpfReason.WOULD_BE,
            Value.of(result.verdict().word()),
            Value.of(seen.verdict().word()));
    return new Supposed(supposition, result, step);
  }

  private final class Check {
    private final SpfRequest request;
    private final Sender sender;
    private final String domain;
    private final Branch branch;
    private final Evaluation evaluation;

    Check(SpfRequest request, Sender sender, Branch above) {
      this(request, sender, sender.domain(), above);
    }

    Check(SpfRequest request, Sender sender, String domain, Branch above) {
      this.domain = domain;
      this.request = request;
      this.sender = sender;
      this.evaluation = new Evaluation(request, sender, clock, options);
      this.branch =
          above.open(
              SpfTopic.CHECK,
              Value.of(sender.identity().word()),
              Value.of(Addresses.of(request.ip().getAddress())),
              TargetName.value(domain));
    }

    SpfResult run() throws InterruptedException {
      if (domain.isEmpty()) {
        return end(Conclusion.of(Verdict.NONE, SpfReason.NO_IDENTITY));
      }
      var conclusion = new HostCheck(evaluation, Frame.first(domain)).check(branch);
      tellCounts();
      tellStrictLimit(conclusion);
      evaluation.goBeyond();
      type99();
      if (!evaluation.allowed().isEmpty()) {
        branch.note(
            SpfReason.ADDRESSES,
            Value.of(evaluation.allowed().size4()),
            Value.of(evaluation.allowed().size6()));
      }
      if (evaluation.ledger().total() > evaluation.ledger().lookups()) {
        branch.note(
            SpfReason.WHOLE_COUNT, Value.of(evaluation.ledger().total()), Value.of(MAX_LOOKUPS));
      }
      return end(conclusion);
    }

    private void tellCounts() {
      var ledger = evaluation.ledger();
      var strict = ledger.strict();
      branch.note(
          SpfReason.LEDGER,
          Value.of(ledger.lookups()),
          Value.of(MAX_LOOKUPS),
          Value.of(ledger.voids()),
          Value.of(MAX_VOIDS),
          strict == ledger.lookups() ? Value.of("") : Value.of(strict));
    }

    private void tellStrictLimit(Conclusion conclusion) {
      var ledger = evaluation.ledger();
      if (ledger.strict() > MAX_LOOKUPS && conclusion.reason() != SpfReason.LOOKUP_LIMIT) {
        branch.note(
            SpfReason.STRICT_LIMIT,
            Value.of(ledger.strict()),
            Value.of(ledger.lookups()),
            Value.of(MAX_LOOKUPS));
      }
    }

    /// RFC 7208, 3.1: records of type SPF are no longer used; some are still published.
    private void type99() throws InterruptedException {
      var name = TargetName.of(domain);
      if (options.type99() && name.isPresent()) {
        var look = branch.open(SpfTopic.TYPE99, TargetName.value(domain));
        if (evaluation.ask(look, name.get(), Type.SPF) instanceof Answer.Records(_, var records)) {
          branch.note(SpfReason.TYPE99_FOUND, TargetName.value(domain), Value.of(records.size()));
        }
        look.close();
      }
    }

    SpfResult end(Conclusion conclusion) {
      var step = branch.close(conclusion.verdict(), conclusion.reason(), conclusion.valueArray());
      return result(conclusion, step);
    }

    private SpfResult result(Conclusion conclusion, Step step) {
      return new SpfResult(
          request,
          sender.identity(),
          domain,
          decision(conclusion),
          conclusion.reason(),
          conclusion.values(),
          conclusion.explanation(),
          evaluation.ledger().lookups(),
          evaluation.ledger().voids(),
          evaluation.ledger().entries(),
          step);
    }
  }

  private static SpfDecision decision(Conclusion conclusion) {
    List<String> path = conclusion.path();
    return switch (conclusion.verdict()) {
      case TEMPERROR -> new SpfDecision.Temporary(conclusion.failure(), path);
      case PERMERROR -> new SpfDecision.Permanent(path);
      case NONE, POLICY -> new SpfDecision.NoPolicy();
      case PASS, FAIL, SOFTFAIL, NEUTRAL ->
          conclusion
              .mechanism()
              .<SpfDecision>map(text -> new SpfDecision.Matched(conclusion.verdict(), text, path))
              .orElseGet(() -> new SpfDecision.NothingMatched(path));
    };
  }
}
