package org.whence.dkim;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.mail.Message;

/// Checks the DKIM-Signatures of messages (RFC 6376, 6.1). Keeps nothing between checks; any number
/// may run at once.
public final class DkimVerifier {
  /// How many signatures of a message are judged, the topmost first (RFC 6376, 6.1 allows a limit;
  /// the number is our own).
  public static final int MAX_SIGNATURES = 50;

  /// From best to worst. What may pass later is better than what never will.
  private static final List<Verdict> BEST_FIRST =
      List.of(
          Verdict.PASS,
          Verdict.TEMPERROR,
          Verdict.POLICY,
          Verdict.NEUTRAL,
          Verdict.FAIL,
          Verdict.PERMERROR,
          Verdict.NONE,
          Verdict.SOFTFAIL);

  private final InstantSource clock;
  private final DkimOptions options;

  /// @param clock the time to judge by
  public DkimVerifier(InstantSource clock, DkimOptions options) {
    this.clock = clock;
    this.options = options;
  }

  /// Checks all signatures of a message in a step below the branch.
  public DkimResult check(Message message, Branch above) throws InterruptedException {
    var fields = message.all(SignatureKind.DKIM.fieldName());
    var branch = above.open(DkimTopic.CHECK, Value.of(fields.size()));
    if (fields.isEmpty()) {
      var step = branch.close(Verdict.NONE, DkimReason.NO_SIGNATURE);
      return new DkimResult(Verdict.NONE, DkimReason.NO_SIGNATURE, List.of(), step);
    }
    var signatures = new ArrayList<Signature>();
    for (var field : fields) {
      signatures.add(SignatureParser.parse(field, SignatureKind.DKIM));
    }
    var judged = signatures.subList(0, Math.min(signatures.size(), MAX_SIGNATURES));
    var now = clock.instant();
    var judge =
        new SignatureJudge(
            message,
            judged,
            new JudgeOptions(
                now,
                options.asking(),
                options.explaining(),
                options.headerAlone(),
                options.asOf()));
    var coverage = new Coverage(message, now);
    var pieces = new ArrayList<Callable<SignatureResult>>();
    for (var signature : signatures) {
      var number = pieces.size() + 1;
      var at = open(signature, number, signatures.size(), branch);
      pieces.add(
          number > MAX_SIGNATURES
              ? () -> leave(signature, number, at)
              : () -> judge(signature, number, judge, coverage, at));
    }
    var results = branch.together(pieces);
    var best =
        results.stream()
            .min(Comparator.comparingInt(each -> BEST_FIRST.indexOf(each.verdict())))
            .orElseThrow();
    var step = branch.close(best.verdict(), best.reason(), best.judged().valueArray());
    return new DkimResult(best.verdict(), best.reason(), results, step);
  }

  private static Branch open(Signature signature, int number, int total, Branch above) {
    return above.open(
        DkimTopic.SIGNATURE,
        Value.of(number),
        Value.of(total),
        signature.domain().<Value>map(Value::domain).orElse(Value.of("")),
        Value.of(signature.selector().orElse("")),
        Value.of(Flaw.cut(signature.tags().value("a").orElse(""))));
  }

  private static SignatureResult judge(
      Signature signature, int number, SignatureJudge judge, Coverage coverage, Branch branch)
      throws InterruptedException {
    var selection = coverage.select(signature);
    var judged = judge.judge(signature, selection.fields(), branch);
    coverage.note(signature, selection, branch);
    var step = branch.close(judged.verdict(), judged.reason(), judged.valueArray());
    return new SignatureResult(number, signature, judged, step);
  }

  private static SignatureResult leave(Signature signature, int number, Branch branch) {
    var limit =
        Refusal.of(Verdict.NEUTRAL, DkimReason.TOO_MANY_SIGNATURES, Value.of(MAX_SIGNATURES));
    var judged =
        new Judged(
            limit.verdict(),
            limit.reason(),
            limit.values(),
            HashCheck.UNCHECKED,
            HashCheck.UNCHECKED,
            Optional.empty(),
            List.of(),
            List.of());
    var step = branch.close(limit.verdict(), limit.reason(), limit.valueArray());
    return new SignatureResult(number, signature, judged, step);
  }
}
