package org.whence.spf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.whence.dns.Question;
import org.whence.ip.Ascii;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/// One call of `check_host()` (RFC 7208, 4).
final class HostCheck {
  private final Evaluation evaluation;
  private final Frame frame;
  private @Nullable SpfRecord record;

  HostCheck(Evaluation evaluation, Frame frame) {
    this.evaluation = evaluation;
    this.frame = frame;
  }

  /// Checks in a step below the branch.
  Conclusion check(Branch above) throws InterruptedException {
    var branch = above.open(SpfTopic.HOST, TargetName.value(frame.domain()));
    var conclusion = lookUp(branch);
    evaluation.close(branch, conclusion);
    return conclusion;
  }

  /// Whether the record lets everybody pass.
  boolean passesAll() {
    var read = record;
    return read != null
        && read.isSound()
        && read.all().filter(all -> all.qualifier() == Qualifier.PASS).isPresent();
  }

  private Conclusion lookUp(Branch branch) throws InterruptedException {
    var name = TargetName.of(frame.domain());
    // RFC 7208, 4.3
    if (name.isEmpty() || !TargetName.isMultiLabel(name.get()) || !hasShape()) {
      return Conclusion.of(
          Verdict.NONE, SpfReason.MALFORMED_DOMAIN, TargetName.value(frame.domain()));
    }
    if (!evaluation.isNew(frame.domain()) && evaluation.ledger().isBeyond()) {
      return Conclusion.of(Verdict.NONE, SpfReason.SEEN_BEFORE, TargetName.value(frame.domain()));
    }
    var caller = frame.caller();
    var answer =
        caller.isPresent()
            ? evaluation.ask(branch, caller.get(), name.get(), Type.TXT)
            : evaluation.ask(branch, name.get(), Type.TXT);
    var broken = evaluation.ledger().broken();
    return broken.isPresent() ? broken.get() : answered(branch, name.get(), answer);
  }

  /// What a client names as its domain has the letters of a host name, or is malformed: an address
  /// literal, for example. What a record names may be any name.
  private boolean hasShape() {
    if (frame.caller().isPresent()) {
      return true;
    }
    var domain = frame.domain();
    for (var i = 0; i < domain.length(); i++) {
      var c = domain.charAt(i);
      if (!Ascii.isLetterOrDigit(c) && c != '-' && c != '_' && c != '.') {
        return false;
      }
    }
    return true;
  }

  private Conclusion answered(Branch branch, Name name, Answer answer) throws InterruptedException {
    return switch (answer) {
      case Answer.Records(_, var records) -> select(branch, records);
      // RFC 7208, 4.3 and 4.5
      case Answer.NoSuchDomain _ ->
          Conclusion.of(Verdict.NONE, SpfReason.NO_SUCH_DOMAIN, TargetName.value(frame.domain()));
      case Answer.NoData _, Answer.Aliases _ ->
          Conclusion.of(Verdict.NONE, SpfReason.NO_RECORD, TargetName.value(frame.domain()));
      // RFC 7208, 4.4
      case Answer.Failed failed -> Conclusion.failed(new Question(name, Type.TXT), failed);
    };
  }

  /// RFC 7208, 4.5.
  private Conclusion select(Branch branch, List<Record> records) throws InterruptedException {
    var policies = new ArrayList<Published>();
    for (var record : records) {
      var other = Published.of(record).orElse(Published.NONE);
      if (SpfRecord.isRecord(other.text())) {
        policies.add(other);
      } else if (SpfRecord.startsWithVersion(other.text())) {
        branch.note(SpfReason.NEARLY_A_RECORD, Value.of(other.text()));
      } else if (RecordFindings.isStray(other.text())) {
        branch.note(SpfReason.STRAY_TERMS, Value.of(other.text()));
      }
    }
    if (policies.isEmpty()) {
      return Conclusion.of(Verdict.NONE, SpfReason.NO_RECORD, TargetName.value(frame.domain()));
    }
    if (policies.size() > 1) {
      for (var policy : policies) {
        branch
            .open(SpfTopic.RECORD, TargetName.value(frame.domain()), Value.of(policy.text()))
            .close(Verdict.NONE, SpfReason.NOT_ALONE);
      }
      return Conclusion.of(
          Verdict.PERMERROR,
          SpfReason.TWO_RECORDS,
          TargetName.value(frame.domain()),
          Value.of(policies.size()));
    }
    var check = new RecordCheck(evaluation, frame, branch, policies.getFirst());
    record = check.record();
    return check.check();
  }

  /// A TXT record's character-strings, a character an octet (RFC 7208, 3.3).
  ///
  /// @param text the strings joined without a blank
  record Published(List<String> strings, String text) {
    static final Published NONE = new Published(List.of(), "");

    static Optional<Published> of(Record record) {
      if (record instanceof TXTRecord txt) {
        var strings = new ArrayList<String>();
        for (var octets : txt.getStringsAsByteArrays()) {
          strings.add(new String(octets, StandardCharsets.ISO_8859_1));
        }
        return Optional.of(new Published(strings, String.join("", strings)));
      }
      return Optional.empty();
    }
  }
}
