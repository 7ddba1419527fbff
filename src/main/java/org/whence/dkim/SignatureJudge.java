package org.whence.dkim;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.mail.Defect;
import org.whence.mail.HeaderField;
import org.whence.mail.Message;

/// Judges one signature after the other: syntax, key, body hash, header signature and policy, each
/// apart and as far as it can be computed, whatever the others came to.
public final class SignatureJudge {
  /// The shortest RSA key that a signature passes with, in bits (RFC 8301, 3.2).
  public static final int LEAST_BITS = 1_024;

  private static final int FLAWS_TOLD = 20;

  /// How many signatures of a message are studied for what would have made them fit.
  private static final int MOST_STUDIED = 10;

  private final Message message;
  private final BodyHashes bodies;
  private final boolean complete;
  private final JudgeOptions options;
  private final AtomicInteger studied = new AtomicInteger();

  /// Hashes the body, once for all.
  ///
  /// @param signatures those that will be judged
  public SignatureJudge(Message message, Collection<Signature> signatures, JudgeOptions options) {
    this.message = message;
    this.bodies = BodyHashes.of(message, signatures);
    this.complete =
        message.defects().stream().noneMatch(each -> each.kind() == Defect.Kind.TOO_LARGE)
            && !(options.headerAlone() && message.bodyStart() == message.end());
    this.options = options;
  }

  /// Judges a signature in steps below the branch, which stays open.
  ///
  /// @param fields what it signs, in order
  public Judged judge(Signature signature, List<HeaderField> fields, Branch branch)
      throws InterruptedException {
    signature.flaws().stream()
        .limit(FLAWS_TOLD)
        .forEach(flaw -> branch.note(flaw.reason(), flaw.values()));
    var key =
        signature.domain().isPresent() && signature.selector().isPresent()
            ? new KeyCheck(signature, options.asking())
                .find(signature.domain().get(), signature.selector().get(), branch)
            : new KeyCheck.Found(Optional.empty(), List.of(), Optional.empty());
    var body =
        signature.kind() == SignatureKind.ARC_SEAL ? HashCheck.UNCHECKED : body(signature, branch);
    var header = header(signature, fields, key.keys(), branch);
    var explanations =
        isStudied(signature, body, header)
            ? new Studies(message, signature, fields, branch).of(body, header, key.keys())
            : List.<Explanation>of();
    var why = why(signature, key, new Hashes(body, header), options.now());
    var others =
        new OtherTimes(signature, options.asOf(), branch)
            .judge(
                new OtherTimes.Now(key, header, why.verdict()), new Again(signature, fields, body));
    return new Judged(
        why.verdict(), why.reason(), why.values(), body, header, key.facts(), explanations, others);
  }

  private record Hashes(HashCheck body, HashCheck header) {}

  private Refusal why(Signature signature, KeyCheck.Found key, Hashes hashes, Instant now) {
    return refusal(signature, key, hashes, now)
        .orElseGet(() ->
            Refusal.of(
                Verdict.PASS, DkimReason.VERIFIED, Value.domain(signature.domain().orElse(""))));
  }

  /// The same signature with other keys, at another time.
  private final class Again implements OtherTimes.Judging {
    private final Signature signature;
    private final List<HeaderField> fields;
    private final HashCheck body;

    Again(Signature signature, List<HeaderField> fields, HashCheck body) {
      this.signature = signature;
      this.fields = fields;
      this.body = body;
    }

    @Override
    public HashCheck header(List<PublicKey> keys) {
      return arithmetic(signature, fields, keys);
    }

    @Override
    public Refusal why(KeyCheck.Found key, HashCheck header, Instant time) {
      return SignatureJudge.this.why(signature, key, new Hashes(body, header), time);
    }
  }

  private boolean isStudied(Signature signature, HashCheck body, HashCheck header) {
    return options.explaining()
        && signature.kind() != SignatureKind.ARC_SEAL
        && (body == HashCheck.BAD || header == HashCheck.BAD)
        && studied.incrementAndGet() <= MOST_STUDIED;
  }

  private HashCheck body(Signature signature, Branch above) {
    var branch =
        above.open(
            DkimTopic.BODY,
            Value.of(signature.canonicalization().map(c -> c.body().word()).orElse("")),
            Value.of(signature.tags().value("l").orElse("")));
    var found = bodies.of(signature);
    if (found.isEmpty() || signature.bodyHash().isEmpty()) {
      branch.close(Verdict.NONE, DkimReason.BODY_UNCHECKED);
      return HashCheck.UNCHECKED;
    }
    var computed = found.get();
    if (computed.total() > computed.hashed()) {
      branch.note(
          DkimReason.BODY_BEYOND_LENGTH, Value.of(computed.hashed()), Value.of(computed.total()));
    }
    var claimed = signature.bodyHash().get().normal();
    if (claimed.equals(computed.hash())) {
      branch.close(Verdict.PASS, DkimReason.BODY_FITS, Value.of(claimed.text()));
      return HashCheck.OK;
    }
    if (!complete && computed.hashed() == computed.total()) {
      branch.close(Verdict.NONE, DkimReason.BODY_INCOMPLETE);
      return HashCheck.UNCHECKED;
    }
    branch.close(
        Verdict.FAIL,
        DkimReason.BODY_DIFFERS,
        Value.of(Flaw.cut(claimed.text())),
        Value.of(computed.hash().text()));
    return HashCheck.BAD;
  }

  private static HashCheck header(
      Signature signature, List<HeaderField> fields, List<PublicKey> keys, Branch above) {
    var branch =
        above.open(
            DkimTopic.HEADER,
            Value.of(signature.canonicalization().map(c -> c.header().word()).orElse("")),
            Value.of(signature.algorithm().map(SignatureAlgorithm::word).orElse("")),
            Value.of(fields.size()));
    var check = arithmetic(signature, fields, keys);
    switch (check) {
      case OK -> branch.close(Verdict.PASS, DkimReason.HEADER_FITS);
      case BAD -> branch.close(Verdict.FAIL, DkimReason.HEADER_DIFFERS);
      case UNCHECKED -> branch.close(Verdict.NONE, DkimReason.HEADER_UNCHECKED);
    }
    return check;
  }

  private static HashCheck arithmetic(
      Signature signature, List<HeaderField> fields, List<PublicKey> keys) {
    if (keys.isEmpty()
        || signature.algorithm().isEmpty()
        || signature.canonicalization().isEmpty()
        || signature.data().isEmpty()) {
      return HashCheck.UNCHECKED;
    }
    var signed = new SignedHeader(fields, signature);
    var how = signature.canonicalization().get().header();
    var found = HashCheck.UNCHECKED;
    for (var key : keys) {
      var check =
          Arithmetic.check(
              signature.algorithm().get(),
              key,
              sink -> signed.octets(how, sink),
              signature.data().get());
      if (check == HashCheck.OK) {
        return check;
      }
      found = check == HashCheck.BAD ? check : found;
    }
    return found;
  }

  /// The first that speaks against it, in the order of RFC 6376, 6.1; but a key that is there for
  /// tests makes it unsigned whatever the arithmetic says (3.6.1).
  private Optional<Refusal> refusal(
      Signature signature, KeyCheck.Found key, Hashes hashes, Instant now) {
    if (!signature.flaws().isEmpty()) {
      var flaw = signature.flaws().getFirst();
      return Optional.of(Refusal.of(verdict(flaw), flaw.reason(), flaw.values()));
    }
    if (key.refusal().isPresent()) {
      return key.refusal();
    }
    if (hashes.header() == HashCheck.UNCHECKED) {
      // Java read the key and cannot use it.
      return Optional.of(
          Refusal.permanent(
              DkimReason.KEY_DATA, Value.domain(key.facts().map(KeyFacts::name).orElse(""))));
    }
    if (signature.kind() == SignatureKind.DKIM
        && key.facts().filter(KeyFacts::testing).isPresent()) {
      return Optional.of(Refusal.of(Verdict.NEUTRAL, DkimReason.TESTING));
    }
    return differs(hashes.body(), hashes.header())
        .or(() -> incomplete(signature, hashes.body()))
        .or(() -> policy(signature, key.facts(), now));
  }

  private static Verdict verdict(Flaw flaw) {
    return switch (flaw.reason()) {
      case FROM_NOT_SIGNED, IDENTITY_OUTSIDE -> Verdict.PERMERROR;
      default -> Verdict.NEUTRAL;
    };
  }

  private static Optional<Refusal> differs(HashCheck body, HashCheck header) {
    var reason =
        header == HashCheck.BAD
            ? body == HashCheck.BAD ? DkimReason.BODY_AND_SIGNATURE : DkimReason.SIGNATURE
            : DkimReason.BODY_HASH;
    return header == HashCheck.BAD || body == HashCheck.BAD
        ? Optional.of(Refusal.of(Verdict.FAIL, reason))
        : Optional.empty();
  }

  private Optional<Refusal> incomplete(Signature signature, HashCheck body) {
    if (signature.kind() == SignatureKind.ARC_SEAL) {
      return Optional.empty();
    }
    if (body == HashCheck.UNCHECKED) {
      return Optional.of(Refusal.of(Verdict.NEUTRAL, DkimReason.BODY_INCOMPLETE));
    }
    var total = bodies.of(signature).map(BodyHash::total).orElse(0L);
    return signature
        .length()
        .filter(length -> length > total)
        .map(_ ->
            Refusal.of(
                Verdict.NEUTRAL,
                DkimReason.LENGTH_BEYOND_BODY,
                Value.of(signature.tags().value("l").orElse("")),
                Value.of(total)));
  }

  private static Optional<Refusal> policy(
      Signature signature, Optional<KeyFacts> key, Instant now) {
    if (signature.algorithm().filter(a -> a.hash() == HashAlgorithm.SHA1).isPresent()) {
      return Optional.of(Refusal.of(Verdict.POLICY, DkimReason.SHA1));
    }
    var bits = key.map(KeyFacts::bits).orElse(0);
    if (signature.algorithm().filter(a -> a.keyType() == KeyType.RSA).isPresent()
        && bits < LEAST_BITS) {
      return Optional.of(
          Refusal.of(Verdict.POLICY, DkimReason.SHORT_KEY, Value.of(bits), Value.of(LEAST_BITS)));
    }
    return signature
        .expires()
        .filter(now::isAfter)
        .map(end -> Refusal.of(Verdict.POLICY, DkimReason.EXPIRED, Value.of(end.toString())));
  }
}
