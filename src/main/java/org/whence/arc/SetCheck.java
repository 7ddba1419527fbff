package org.whence.arc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dkim.HeaderIndex;
import org.whence.dkim.Judged;
import org.whence.dkim.Signature;
import org.whence.dkim.SignatureJudge;
import org.whence.mail.HeaderField;

/// Judges one set: what its sealer saw, its message signature, its seal.
final class SetCheck {
  private final ArcSet set;
  private final List<ArcSet> chain;
  private final SignatureJudge judge;
  private final ArcOptions options;
  private final Branch branch;

  SetCheck(ArcSet set, List<ArcSet> chain, SignatureJudge judge, ArcOptions options, Branch above) {
    this.set = set;
    this.chain = chain;
    this.judge = judge;
    this.options = options;
    this.branch =
        above.open(
            ArcTopic.SET,
            Value.of(set.instance()),
            Value.of(only(set.seals()).flatMap(Signature::domain).orElse("")));
  }

  ArcInstance check(HeaderIndex index) throws InterruptedException {
    var seal = only(set.seals());
    var claims = only(set.results()).map(HeaderField::value);
    claims.ifPresent(value -> branch.note(ArcReason.CLAIMS, Value.of(value)));
    var trusted = seal.flatMap(Signature::domain).flatMap(this::trust);
    var messageSignature = only(set.messageSignatures());
    Optional<Judged> signed = Optional.empty();
    if (messageSignature.isPresent()) {
      signed = Optional.of(messageSignature(messageSignature.get(), index));
    }
    Optional<Judged> sealed = Optional.empty();
    if (seal.isPresent()) {
      sealed = seal(seal.get());
    }
    var holds = set.isWhole() && sealed.filter(j -> j.verdict() == Verdict.PASS).isPresent();
    var why = sealed.map(each -> each.reason().word()).orElse(ArcReason.UNCHECKED.word());
    var step =
        holds
            ? branch.close(Verdict.PASS, ArcReason.SET_HOLDS)
            : branch.close(Verdict.FAIL, ArcReason.SET_FAILS, Value.of(why));
    return new ArcInstance(
        set.instance(), seal, sealed, messageSignature, signed, claims, trusted, step);
  }

  private static <T> Optional<T> only(List<T> list) {
    return list.size() == 1 ? Optional.of(list.getFirst()) : Optional.empty();
  }

  private Optional<Boolean> trust(String domain) {
    if (options.trustedSealers().isEmpty()) {
      return Optional.empty();
    }
    var trusted = options.trusts(domain);
    branch.note(
        trusted ? ArcReason.SEALER_TRUSTED : ArcReason.SEALER_NOT_LISTED, Value.domain(domain));
    return Optional.of(trusted);
  }

  private Judged messageSignature(Signature signature, HeaderIndex index)
      throws InterruptedException {
    var below =
        branch.open(
            ArcTopic.MESSAGE_SIGNATURE,
            Value.of(set.instance()),
            Value.of(signature.domain().orElse("")));
    var judged = judge.judge(signature, index.select(signature).fields(), below);
    below.close(judged.verdict(), judged.reason(), judged.valueArray());
    return judged;
  }

  private Optional<Judged> seal(Signature signature) throws InterruptedException {
    var below =
        branch.open(
            ArcTopic.SEAL,
            Value.of(set.instance()),
            Value.of(signature.domain().orElse("")),
            Value.of(set.status().orElse("")));
    var signed = sealed();
    if (signed.isEmpty()) {
      below.close(Verdict.NONE, ArcReason.UNCHECKED);
      return Optional.empty();
    }
    var judged = judge.judge(signature, signed.get(), below);
    below.close(judged.verdict(), judged.reason(), judged.valueArray());
    return Optional.of(judged);
  }

  /// What the seal signs before itself (RFC 8617, 5.1.1): all sets up to its own, the oldest first;
  /// its own alone where it says that the chain has failed (5.1.2).
  ///
  /// @return empty where a set is not whole
  private Optional<List<HeaderField>> sealed() {
    var from = set.status().filter("fail"::equals).isPresent() ? set.instance() : 1;
    var sets = chain.subList(from - 1, set.instance());
    if (!sets.stream().allMatch(ArcSet::isWhole)) {
      return Optional.empty();
    }
    var fields = new ArrayList<HeaderField>();
    sets.forEach(each -> fields.addAll(each.fields()));
    fields.removeLast();
    return Optional.of(fields);
  }
}
