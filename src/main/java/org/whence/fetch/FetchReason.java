package org.whence.fetch;

import org.whence.chain.Reason;

/// What fetching came to. Texts among the values come from outside and are hostile.
public enum FetchReason implements Reason {
  /// It came. Values: its length, its SHA-256 in hexadecimal digits, the address that was asked.
  FETCHED("RFC 9110, 15.3.1"),
  /// Somebody was asked for it. Values: the host, the address that was asked, when (RFC 3339).
  ASKED("RFC 9110, 9.3.1"),
  /// A line of it. Values: it.
  LINE("RFC 8461, 3.2"),
  /// More lines than are told. Values: how many more.
  MORE_LINES("RFC 8461, 3.2"),
  /// Only https without a user, at the usual port, of a host with a name, is fetched.
  NOT_ALLOWED("RFC 8461, 3.3"),
  /// The host has no address.
  NO_ADDRESS("RFC 1034, 3.6"),
  /// The host could not be looked up. Values: name, type, the failure's word.
  LOOKUP_FAILED("RFC 1034, 3.6"),
  /// An address of the host is set aside, so nothing is sent there. Values: the address, the block.
  SET_ASIDE("RFC 6890"),
  /// Its host was looked up, and it was not fetched. Values: the address.
  LEFT("RFC 8461, 3.3"),
  /// The server answered with something else. Values: the status.
  OTHER_STATUS("RFC 8461, 3.3"),
  /// The server did not answer as it should. Values: what went wrong.
  FAILED("RFC 8461, 3.3"),
  /// It is larger than is fetched. Values: the limit.
  TOO_LARGE("RFC 8461, 3.2");

  private final String clause;

  FetchReason(String clause) {
    this.clause = clause;
  }

  @Override
  public Label label() {
    return Label.named("fetch", name(), clause);
  }
}
