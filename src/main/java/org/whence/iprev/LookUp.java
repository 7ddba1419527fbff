package org.whence.iprev;

import org.whence.chain.Value;
import org.whence.dns.Answer;
import org.whence.dns.Question;

/// A question and its answer.
record LookUp(Question question, Answer answer) {

  /// What is told of a question that failed: name, type, the failure's word.
  Value[] values() {
    return values(question, answer);
  }

  static Value[] values(Question question, Answer answer) {
    return new Value[] {
      Value.domain(question.nameText()), Value.of(question.typeName()), Value.of(answer.outcome())
    };
  }

  boolean failed() {
    return answer instanceof Answer.Failed;
  }
}
