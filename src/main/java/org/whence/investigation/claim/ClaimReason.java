package org.whence.investigation.claim;

import org.whence.chain.Reason;

/// What holding a claim against our result came to, and what the evidence offers as the cause of a
/// difference. Texts among the values come from the message and are hostile.
public enum ClaimReason implements Reason {
  /// We find the same. Values: the word, our step.
  SAME("same", "RFC 8601, 2.7"),
  /// We find something else. Values: ours, our step.
  DIFFERENT("different", "RFC 8601, 2.7"),
  /// It cannot be held against a result of ours.
  NOT_RECOMPUTED("not-recomputed", "RFC 8601, 2.7"),

  /// The field leaves the grammar. Values: the word of the flaw, its place.
  FLAW("flaw", "RFC 8601, 2.2"),
  /// This program does not make such a check. Values: the method.
  METHOD_NOT_CHECKED("method-not-checked", "RFC 8601, 2.7"),
  /// The check was not made: switched off, or nothing to make it of.
  NOT_CHECKED("not-checked", "RFC 8601, 2.7"),
  /// Nothing may be asked.
  OFFLINE("offline", "RFC 8601, 2.7"),
  /// Another client's address. Values: the one that is claimed, ours.
  OTHER_ADDRESS("other-address", "RFC 8601, 2.7.2"),
  /// Another identity. Values: the one that is claimed, ours.
  OTHER_IDENTITY("other-identity", "RFC 8601, 2.7.2"),
  /// Written at another step of the way: the message was passed on since, from another client.
  /// Values: the server at which it was written.
  FORWARDED("forwarded", "RFC 7208, 2.4"),
  /// DNS failed when the claim was made.
  DNS_FAILED_THEN("dns-failed-then", "RFC 8601, 2.7"),
  /// DNS failed for us.
  DNS_FAILED_NOW("dns-failed-now", "RFC 8601, 2.7"),
  /// The record, or what it leads to, was changed since. Values: the domain.
  RECORD_CHANGED("record-changed", "RFC 8601, 2.7"),
  /// The names of the address, or their addresses, were changed since, or change from question to
  /// question.
  NAMES_CHANGED("names-changed", "RFC 8601, 2.7.3"),
  /// The message carries no such signature. Values: the domain.
  SIGNATURE_MISSING("signature-missing", "RFC 6376, 3.5"),
  /// There are signatures where none is claimed. Values: how many.
  SIGNATURES_THERE("signatures-there", "RFC 6376, 3.5"),
  /// The key is gone or was revoked. Values: the domain, the selector.
  KEY_GONE("key-gone", "RFC 6376, 3.6.1"),
  /// The key is one that does not fit. Values: the domain, the selector.
  KEY_CHANGED("key-changed", "RFC 6376, 3.6.1"),
  /// The body is not what was signed.
  BODY_CHANGED("body-changed", "RFC 6376, 3.7"),
  /// The signed header fields, or the key, are not what they were.
  HEADER_CHANGED("header-changed", "RFC 6376, 3.7"),
  /// The signature expired since.
  EXPIRED("expired", "RFC 6376, 3.5"),
  /// What was accepted then is refused by the rules of today: SHA-1, a short key, a key in testing.
  /// Values: our reason's word.
  REFUSED_NOW("refused-now", "RFC 8301, 3"),
  /// The chain has more sets than the server saw. Values: how many.
  MORE_SETS("more-sets", "RFC 8617, 5.1"),
  /// The author is another one. Values: the domain that is claimed.
  OTHER_AUTHOR("other-author", "RFC 9989, 5.3.1"),
  /// By RFC 7489 we find what is claimed.
  OLDER_TEXT("older-text", "RFC 7489, 6.6"),
  /// It rests on SPF and DKIM, which differ too.
  RESTS_ON_OTHERS("rests-on-others", "RFC 9989, 4.3"),
  /// The policy is another one. Values: the one that is claimed, ours.
  OTHER_POLICY("other-policy", "RFC 9989, 4.7"),
  /// The field is not by a server that is believed.
  NOT_BELIEVED("not-believed", "RFC 8601, 1.6"),
  /// Nothing in the evidence tells why.
  UNEXPLAINED("unexplained", "RFC 8601, 2.7");

  private final String word;
  private final String clause;

  ClaimReason(String word, String clause) {
    this.word = word;
    this.clause = clause;
  }

  @Override
  public Label label() {
    return new Label("claim", word, clause);
  }
}
