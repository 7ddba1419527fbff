package org.whence.iprev;

/// One more check of a client.
///
/// @param number in which round, from 1 on
/// @param asked who was asked, in a line
/// @param result what came of it
public record Round(int number, String asked, IprevResult result) {
  /// Whether it is known which names the client has.
  boolean told() {
    return !result.names().isEmpty() || result.reason() == IprevReason.NO_PTR;
  }
}
