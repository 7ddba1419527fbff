package org.whence.spf;

import org.whence.chain.Topic;

/// The steps of an SPF check.
public enum SpfTopic implements Topic {
  /// The check of one identity. Values: its word (`mailfrom`, `helo`) as text, the client's
  /// address, the domain (text where it is no name). Words: "SPF MAIL FROM example.org from
  /// 192.0.2.1".
  CHECK("spf.check"),
  /// `check_host()` for a domain: the whole below it is what that domain publishes. Values: the
  /// domain (text where it is no name). Words: "policy of example.org".
  HOST("spf.host"),
  /// A record. Values: the domain, the record as published (text). Words: "record of example.org".
  RECORD("spf.record"),
  /// A term of a record. Values: the term as published (text), its number in the record from 1 on,
  /// its column from 1 on. Words: "include:example.net (term 2)".
  TERM("spf.term"),
  /// A text with macros that is expanded. Values: the text as published. Words: "expand %{ir}.…".
  EXPANSION("spf.expansion"),
  /// One macro. Values: as published, the value that it stands for, what became of it (all text).
  /// Words: "%{ir}: 192.0.2.1 becomes 1.2.0.192".
  MACRO("spf.macro"),
  /// A name that is looked up for a mechanism: a mail server, or a name of the client. Values: the
  /// name. Words: "name mx.example.org".
  NAME("spf.name"),
  /// The names of the client that lead back to it. Values: the client's address. Words: "validated
  /// names of 192.0.2.1".
  VALIDATED("spf.validated"),
  /// An address that the client is held against. Values: the address, the length of the prefix that
  /// is compared. Words: "192.0.2.1 /24".
  ADDRESS("spf.address"),
  /// The look for records of the retired type SPF. Values: the domain. Words: "records of type 99".
  TYPE99("spf.type99"),
  /// What would be said, had something else been seen. Values: the client's address, its HELO, the
  /// sender (text, `<>` for the null sender); an empty text where it stays as it was. Words: "what
  /// if the client were 192.0.2.1".
  SUPPOSED("spf.supposed");

  private final String key;

  SpfTopic(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }
}
