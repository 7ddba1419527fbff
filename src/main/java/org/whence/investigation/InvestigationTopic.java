package org.whence.investigation;

import org.whence.chain.Topic;

/// The steps of an investigation around its checks.
public enum InvestigationTopic implements Topic {
  /// All of it. Values: what was investigated, as its source is named.
  CASE("case.input"),
  /// The client that the analyst named, rather than the message. Values: its address.
  CLIENT("case.client"),
  /// One address of a list. Values: the address.
  ADDRESS("case.address"),
  /// One Received field: a step of the mail's way. Values: its number, 1 for the oldest; how many
  /// there are; the client's address and the server's name, each an empty text where the field does
  /// not tell.
  HOP("case.hop"),
  /// A Received field that is no step from host to host. Values: the server's name, or an empty
  /// text.
  LOCAL_STEP("case.local-step"),
  /// The line above which only servers that are believed wrote; it stands between the hops. Values:
  /// the number of the hop above it, whose client is the border, the client's address, the server's
  /// name, each an empty text where nothing tells.
  TRUST_LINE("case.trust-line"),
  /// The message: its checks are below. Values: the client's address, what it called itself, the
  /// envelope's sender (`<>` for the null sender), each an empty text where nothing tells.
  MESSAGE("case.message"),
  /// A domain's policy, asked for without a message. Values: the client's address, what it called
  /// itself, the envelope's sender, as for MESSAGE; the domain.
  POLICY("case.policy"),
  /// One check of a message, concluded as the check is. Values: its name, as in [Check].
  CHECK("case.check");

  private final String key;

  InvestigationTopic(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }
}
