package org.whence.dmarc;

import org.whence.chain.Value;
import org.whence.dns.Answer;
import org.whence.dns.Question;
import org.xbill.DNS.Name;

/// What looking for a record at a domain came to.
sealed interface Looked {
  /// There is one, and no other.
  ///
  /// @param domain where, without the label `_dmarc`
  record Found(Name domain, DmarcRecord record) implements Looked {}

  /// There is none that counts.
  ///
  /// @param named whether the name itself exists, so that the domain above it does
  /// @param several whether there are several, which discards them all
  record Nothing(boolean named, boolean several) implements Looked {}

  /// It could not be told.
  record Failed(Question question, Answer.Failed answer) implements Looked {
    /// Name, type, the failure's word.
    Value[] values() {
      return new Value[] {
        Value.domain(question.nameText()), Value.of(question.typeName()), Value.of(answer.outcome())
      };
    }
  }
}
