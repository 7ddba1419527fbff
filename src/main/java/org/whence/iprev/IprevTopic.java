package org.whence.iprev;

import org.whence.chain.Topic;

/// The steps of an IPREV check.
public enum IprevTopic implements Topic {
  /// The check of one client. Values: its address.
  CHECK("iprev.check"),
  /// A name that the address points to. Values: the name.
  NAME("iprev.name"),
  /// An address of such a name. Values: the address.
  ADDRESS("iprev.address"),
  /// HELO held against the names. Values: the HELO argument.
  HELO("iprev.helo"),
  /// The MAIL FROM domain held against the first name. Values: the domain.
  MAIL_FROM("iprev.mail-from"),
  /// The client checked again. Values: its address, how many rounds, how many servers.
  ROTATION("iprev.rotation"),
  /// One more check of the client. Values: the number of the round from 1 on, who is asked (text).
  ROUND("iprev.round");

  private final String key;

  IprevTopic(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }
}
