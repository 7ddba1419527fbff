package org.whence.dkim;

/// Takes canonical octets as they come.
@FunctionalInterface
interface OctetSink {
  /// The octets `[from, to)`, to be used before this returns.
  void take(byte[] octets, int from, int to);
}
