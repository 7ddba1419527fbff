package org.whence.gui.model;

/// Something that can be believed, and whether it is.
///
/// @param kind whether a server, an authserv-id or a sealer
/// @param text an address, a block, a name, or an id; hostile
/// @param seen whether the mail has it
/// @param believed whether it is believed
public record TrustRow(Kind kind, String text, boolean seen, boolean believed) {
  /// What it is.
  public enum Kind {
    /// A server of the analyst's.
    SERVER,
    /// An authserv-id of such a server (RFC 8601, 2.5).
    ID,
    /// A domain that seals ARC sets (RFC 8617, 4.1.3).
    SEALER
  }

  /// Whether this is the same, believed or not.
  boolean isSame(TrustRow other) {
    return kind == other.kind && text.equalsIgnoreCase(other.text);
  }
}
