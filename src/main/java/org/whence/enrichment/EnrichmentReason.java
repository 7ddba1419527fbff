package org.whence.enrichment;

import org.whence.chain.Reason;

/// What others say of an address or a domain. Texts among the values come from DNS and are hostile.
public enum EnrichmentReason implements Reason {
  /// A network announces the address. Values: the prefix, the numbers of the systems.
  ANNOUNCED("RFC 4271, 1.1"),
  /// A larger network announces it as well. Values: the prefix, the numbers of the systems.
  ANNOUNCED_TOO("RFC 4632, 5.1"),
  /// More systems announce a network than are told. Values: the prefix, how many more.
  MORE_SYSTEMS("RFC 4271, 1.1"),
  /// No network is known to announce it.
  NOT_ANNOUNCED("RFC 4271, 1.1"),
  /// What a system is called. Values: its number, its name.
  SYSTEM("RFC 1930, 3"),
  /// The answer cannot be read, or tells of other addresses. Values: it.
  UNREADABLE("RFC 4271, 1.1"),
  /// The list has it.
  LISTED("RFC 5782, 2.1"),
  /// The list has it not.
  NOT_LISTED("RFC 5782, 2.1"),
  /// What a code means. Values: the code, the meaning, the source of that.
  CODE("RFC 5782, 2.1"),
  /// Codes beside those that list it, which are not known. Values: the codes.
  OTHER_CODE("RFC 5782, 2.1"),
  /// The list does not answer us, so nothing is known. Values: the code, the meaning, the source.
  REFUSED("RFC 5782, 2.1"),
  /// The list answers with a code that is not known, so nothing is known. Values: the code.
  UNKNOWN_CODE("RFC 5782, 2.1"),
  /// The name would be too long to be asked for, so nothing is known.
  NOT_ASKED("RFC 1035, 2.3.4"),
  /// A question got no answer. Values: name, type, the failure's word.
  LOOKUP_FAILED("RFC 5782, 2.1");

  private final String clause;

  EnrichmentReason(String clause) {
    this.clause = clause;
  }

  @Override
  public Label label() {
    return Label.named("enrichment", name(), clause);
  }
}
