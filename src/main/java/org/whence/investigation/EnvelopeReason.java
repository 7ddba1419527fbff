package org.whence.investigation;

import java.util.ArrayList;
import org.whence.chain.Branch;
import org.whence.chain.Reason;
import org.whence.chain.Value;
import org.whence.investigation.Envelope.Told;

/// Where a part of the envelope was taken from. Values: the part, the word of its origin, the place
/// of the field, the latter where a field says it.
public enum EnvelopeReason implements Reason {
  /// The client's address.
  IP("ip", "RFC 5321, 4.4"),
  /// What the client called itself.
  HELO("helo", "RFC 5321, 4.1.1.1"),
  /// The sender of the envelope.
  MAIL_FROM("mail-from", "RFC 5321, 4.1.1.2"),
  /// A part stands below the trust line, where anybody could have written it. Values: the part.
  BELOW_LINE("below-line", "RFC 8601, 1.2");

  private final String word;
  private final String clause;

  EnvelopeReason(String word, String clause) {
    this.word = word;
    this.clause = clause;
  }

  /// Notes where each part was taken from.
  static void tell(Envelope envelope, Branch branch) {
    envelope.ip().ifPresent(told -> note(IP, told, Value.of(told.value()), branch));
    envelope.helo().ifPresent(told -> note(HELO, told, Value.of(told.value()), branch));
    envelope
        .mailFrom()
        .ifPresent(told -> {
          var path = told.value().isEmpty() ? "<>" : told.value();
          note(MAIL_FROM, told, Value.of(path), branch);
        });
  }

  private static void note(EnvelopeReason reason, Told<?> told, Value part, Branch branch) {
    var values = new ArrayList<Value>();
    values.add(part);
    values.add(Value.of(told.origin().word()));
    told.field()
        .ifPresent(field -> values.add(new Value.Place(field.line(), field.start(), field.end())));
    branch.note(reason, values.toArray(Value[]::new));
    if (!told.believed()) {
      branch.note(BELOW_LINE, part);
    }
  }

  @Override
  public Label label() {
    return new Label("envelope", word, clause);
  }
}
