package org.whence.hop;

import java.util.Locale;

/// Somebody who is known to carry mail for others.
///
/// @param kind what they do
/// @param operator who they are
/// @param domain the domain of their hosts by which they were found
public record Service(Kind kind, String operator, String domain) {
  /// What is done for others.
  public enum Kind {
    /// Hosts mailboxes.
    PROVIDER(HopReason.PROVIDER),
    /// Sends: newsletters, notices.
    SENDER(HopReason.SENDER),
    /// Filters what comes in or goes out.
    GATEWAY(HopReason.GATEWAY),
    /// Distributes to subscribers.
    LIST(HopReason.LIST),
    /// Forwards to another mailbox.
    FORWARDER(HopReason.FORWARDER);

    private final HopReason reason;

    Kind(HopReason reason) {
      this.reason = reason;
    }

    HopReason reason() {
      return reason;
    }

    /// The word of the machine-readable forms, and of the table.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Whether what comes from there was written by somebody else, whose step is below.
    boolean relays() {
      return this == GATEWAY || this == LIST || this == FORWARDER;
    }
  }
}
