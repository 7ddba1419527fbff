package org.whence.arc;

import org.whence.chain.Reason;

/// Why an ARC chain came out as it did, and what was noticed on the way. Texts among the values
/// come from the message and are hostile.
public enum ArcReason implements Reason {
  /// The chain holds. Values: how many sets.
  VERIFIED("verified", "5.2"),
  /// There is no ARC field.
  NO_SETS("no-sets", "5.2"),
  /// More sets than a chain may have. Values: the highest instance, the limit.
  TOO_MANY_SETS("too-many-sets", "5.2"),
  /// The ARC fields are larger than is read. Values: the limit in octets.
  TOO_LARGE("too-large", "9.1"),
  /// A field has no instance that can be read. Values: the field's name.
  BAD_INSTANCE("bad-instance", "4.2.1"),
  /// A set lacks a field. Values: the instance, the field's name.
  MISSING_FIELD("missing-field", "5.2"),
  /// A set has a field twice. Values: the instance, the field's name.
  REPEATED_FIELD("repeated-field", "5.2"),
  /// A set is missing. Values: its instance.
  MISSING_SET("missing-set", "5.2"),
  /// The newest seal says that the chain had failed already. Values: the instance.
  FAILED_BEFORE("failed-before", "5.2"),
  /// A seal says what it may not say there. Values: the instance, `cv=` (text).
  BAD_CV("bad-cv", "5.2"),
  /// The newest message signature does not hold. Values: the instance, the word of why.
  MESSAGE_SIGNATURE("message-signature", "5.2"),
  /// A seal does not hold. Values: the instance, the word of why.
  SEAL("seal", "5.2"),
  /// The message is not here in full, so that what signs its body cannot be judged.
  BODY_INCOMPLETE("body-incomplete", "5.2"),

  /// The set is complete, and its seal holds.
  SET_HOLDS("set-holds", "5.2"),
  /// The set's seal does not hold, or cannot be judged. Values: the word of why.
  SET_FAILS("set-fails", "5.2"),
  /// The signature cannot be judged: the chain below it is not complete.
  UNCHECKED("unchecked", "5.1.1"),

  /// From this set on the message is unchanged; 0: since before the first set. Values: the number.
  OLDEST_PASS("oldest-pass", "5.2"),
  /// The message was changed after this set. Values: the instance.
  CHANGED_AFTER("changed-after", "5.2"),
  /// What the sealer says it saw. Values: the field's value.
  CLAIMS("claims", "4.1.1"),
  /// The sealer is on the analyst's list. Values: the domain.
  SEALER_TRUSTED("sealer-trusted", "7.2"),
  /// The sealer is not on the analyst's list. Values: the domain.
  SEALER_NOT_LISTED("sealer-not-listed", "7.2"),
  /// At another time the chain comes to something else. Values: the time, the word of then, the
  /// word by the clock.
  OTHER_THEN("other-then", "5.2"),
  /// ARC is an experiment that is ending.
  HISTORIC("historic", "1");

  private final String word;
  private final String section;

  ArcReason(String word, String section) {
    this.word = word;
    this.section = section;
  }

  @Override
  public Label label() {
    return new Label("arc", word, "RFC 8617, " + section);
  }
}
