package org.whence.dmarc;

import org.whence.chain.Topic;

/// The steps of a DMARC check.
public enum DmarcTopic implements Topic {
  /// The check of one message. Values: the text it is judged by (`RFC 9989`).
  CHECK("dmarc.check"),
  /// One author's domain. Values: it (text where it is no name).
  AUTHOR("dmarc.author"),
  /// The walk up the tree of names (RFC 9989, 4.10). Values: the domain that it begins at.
  WALK("dmarc.walk"),
  /// A name where a record is looked for. Values: the domain.
  TARGET("dmarc.target"),
  /// A record. Values: the domain, the record as published (text).
  RECORD("dmarc.record"),
  /// The look into the public suffix list (RFC 7489, 3.2). Values: the domain, what the list is.
  SUFFIX("dmarc.suffix"),
  /// Whether the author's domain exists (RFC 9989, 3.2.13). Values: the domain.
  EXISTENCE("dmarc.existence"),
  /// Which policy applies. Values: the author's domain, the domain whose record it is.
  POLICY("dmarc.policy"),
  /// An identifier held against the author's domain. Values: `SPF` or `DKIM` (text), the domain
  /// (text where it is no name), what authenticating it came to (text).
  IDENTIFIER("dmarc.identifier");

  private final String key;

  DmarcTopic(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }
}
