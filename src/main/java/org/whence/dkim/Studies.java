package org.whence.dkim;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.mail.HeaderField;
import org.whence.mail.Message;

/// Tells in steps of their own what would have made the hashes of one signature fit. Nothing of it
/// changes a verdict.
final class Studies {
  private static final int TOLD = 300;

  private final Message message;
  private final Signature signature;
  private final List<HeaderField> fields;
  private final Branch branch;

  Studies(Message message, Signature signature, List<HeaderField> fields, Branch branch) {
    this.message = message;
    this.signature = signature;
    this.fields = fields;
    this.branch = branch;
  }

  /// Studies what does not fit.
  ///
  /// @param keys of several the first is taken
  List<Explanation> of(HashCheck body, HashCheck header, List<PublicKey> keys) {
    var found = new ArrayList<Explanation>();
    if (body == HashCheck.BAD) {
      found.add(told("body", BodyStudy.of(message, signature)));
    }
    if (header == HashCheck.BAD) {
      found.add(told("header", HeaderStudy.of(message, signature, fields, keys.getFirst())));
    }
    return found;
  }

  private Explanation told(String part, Explanation explanation) {
    var step = branch.open(DkimTopic.STUDY, Value.of(part));
    for (var change : explanation.changes()) {
      step.open(DkimTopic.CHANGE, Value.of(change.where()))
          .close(
              Verdict.NONE,
              change.reason(),
              Value.of(cut(change.signed())),
              Value.of(cut(change.here())));
    }
    switch (explanation.reason()) {
      case EXPLAINED ->
          step.close(
              Verdict.NONE,
              DkimReason.EXPLAINED,
              Value.of(explanation.changes().size()),
              Value.of(explanation.tried()));
      case UNEXPLAINED ->
          step.close(Verdict.NONE, DkimReason.UNEXPLAINED, Value.of(explanation.tried()));
      default -> step.close(Verdict.NONE, explanation.reason());
    }
    return explanation;
  }

  private static String cut(String text) {
    return text.length() > TOLD ? text.substring(0, TOLD) + "…" : text;
  }
}
