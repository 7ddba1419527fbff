package org.whence.dns;

import java.util.Set;
import org.xbill.DNS.Record;

/// Whether the answer of a line in a recording is that of the message beside it. The verdict rests
/// on the one, and evidence shows the other, so that they differ is told. The line is used all the
/// same: another program, or another time, may have read the message in another way.
final class Agreement {
  private Agreement() {}

  /// Whether they say the same, but for times to live, which grow shorter in a cache. A failure may
  /// have any message, and octets that are no message say nothing.
  static boolean holds(Exchange exchange) {
    var question = exchange.question();
    return exchange.answer() instanceof Answer.Failed
        || exchange
            .response()
            .flatMap(response -> response.message(question))
            .map(message -> isSame(exchange.answer(), AnswerReader.read(question, message)))
            .orElse(true);
  }

  private static boolean isSame(Answer one, Answer other) {
    return one.outcome().equals(other.outcome())
        && Set.copyOf(one.aliases()).equals(Set.copyOf(other.aliases()))
        && records(one).equals(records(other));
  }

  /// dnsjava's records are the same whatever their time to live and the case of their names.
  private static Set<Record> records(Answer answer) {
    return answer instanceof Answer.Records found ? Set.copyOf(found.records()) : Set.of();
  }
}
