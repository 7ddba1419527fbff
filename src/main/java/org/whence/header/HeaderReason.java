package org.whence.header;

import org.whence.chain.Reason;

/// What may be noticed about a header. The last value is the place, unless nothing is there; the
/// others are named.
public enum HeaderReason implements Reason {
  /// A field that may stand once stands several times. Values: its name, how often.
  DUPLICATE_FIELD("RFC 5322, 3.6"),
  /// A field that must be there is missing. Values: its name.
  MISSING_FIELD("RFC 5322, 3.6"),
  /// There is no Message-ID, which there should be.
  NO_MESSAGE_ID("RFC 5322, 3.6.4"),
  /// A control character. Values: the field's name, the octet as U+XXXX.
  CONTROL_CHARACTER("RFC 5322, 2.2"),
  /// A line has more than 998 octets. Values: the field's name, its length.
  LONG_LINE("RFC 5322, 2.1.1"),
  /// Characters beyond ASCII in UTF-8, and no step that says that it was sent as such. Values: the
  /// field's name.
  EIGHT_BIT_UTF8("RFC 6532, 3"),
  /// Octets beyond ASCII that are no UTF-8. Values: the field's name.
  EIGHT_BIT_OTHER("RFC 5322, 2.2"),
  /// Characters beyond ASCII in UTF-8, sent with SMTPUTF8. Values: the field's name.
  INTERNATIONAL("RFC 6532, 3"),
  /// A local-part beyond ASCII. Values: the address.
  INTERNATIONAL_ADDRESS("RFC 6531, 3.3"),
  /// More than one author. Values: how many.
  SEVERAL_AUTHORS("RFC 5322, 3.6.2"),
  /// More than one author, and no Sender.
  NO_SENDER("RFC 5322, 3.6.2"),
  /// No author has an address.
  NO_AUTHOR("RFC 5322, 3.6.2"),
  /// An address list leaves the grammar. Values: the field's name, the word of the flaw.
  ADDRESS_FLAW("RFC 5322, 3.4"),
  /// A display name holds an address other than the one it is for. Values: the address in it, the
  /// address.
  ADDRESS_IN_NAME("RFC 7489, 12.4"),
  /// Replies go to another domain. Values: the address, the author's domain.
  REPLY_ELSEWHERE("RFC 5322, 3.6.2"),
  /// The Sender is of another domain. Values: the address, the author's domain.
  SENDER_ELSEWHERE("RFC 5322, 3.6.2"),
  /// The envelope's sender is of another domain. Values: its domain, the author's domain.
  RETURN_PATH_ELSEWHERE("RFC 5321, 4.4"),
  /// The Message-ID is of another domain. Values: that, the author's domain.
  MESSAGE_ID_ELSEWHERE("RFC 5322, 3.6.4"),
  /// The Message-ID has not the form of one. Values: what stands there.
  MESSAGE_ID_FORM("RFC 5322, 3.6.4"),
  /// The date cannot be read. Values: what stands there.
  DATE_UNREADABLE("RFC 5322, 3.3"),
  /// The date is not as it should be written. Values: the word of the oddity.
  DATE_ODD("RFC 5322, 3.3"),
  /// The date is later than the moment of arrival, or than now. Values: by how many seconds.
  DATE_AHEAD("RFC 5322, 3.6.1"),
  /// The date is long before the moment of arrival. Values: by how many seconds.
  DATE_LONG_AGO("RFC 5322, 3.6.1"),
  /// An encoded word within a quoted string. Values: the field's name.
  ENCODED_WORD_QUOTED("RFC 2047, 5"),
  /// An encoded word within an address. Values: the field's name.
  ENCODED_WORD_IN_ADDRESS("RFC 2047, 5"),
  /// An encoded word in a field that has none. Values: the field's name.
  ENCODED_WORD_IN_FIELD("RFC 2047, 5"),
  /// Characters that nobody sees, or that turn the text around. Values: the field's name, the first
  /// as U+XXXX.
  HIDDEN_CHARACTER("UTR 36, 2.6"),
  /// An internationalized domain. Values: its A-labels, its U-labels.
  INTERNATIONAL_DOMAIN("RFC 5890, 2.3.2.1"),
  /// A label of a domain mixes scripts. Values: the domain's U-labels, the scripts.
  MIXED_SCRIPTS("UTS 39, 5.2"),
  /// A label begins like an A-label and is none. Values: the domain.
  FAKE_A_LABEL("RFC 5890, 2.3.1"),
  /// The message came through a list. Values: the list's identity.
  LIST("RFC 2919, 3"),
  /// The message was sent anew by somebody. Values: who.
  RESENT("RFC 5322, 3.6.6"),
  /// There are more findings of a kind than are told. Values: how many more.
  MORE("RFC 5322, 3.6"),
  /// A code that a filter wrote. Values: the code, what it means, the source of that.
  CODE("RFC 5322, 3.6.8");

  private final String clause;

  HeaderReason(String clause) {
    this.clause = clause;
  }

  @Override
  public Label label() {
    return Label.named("header", name(), clause);
  }
}
