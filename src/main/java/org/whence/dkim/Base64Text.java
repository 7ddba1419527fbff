package org.whence.dkim;

import java.util.Base64;
import java.util.Optional;

/// Octets in base64 (RFC 6376, 2.10), known to be well-formed.
///
/// @param text without white space
public record Base64Text(String text) {
  /// Reads a tag's value; white space anywhere in it means nothing.
  ///
  /// @return empty where it is no base64, or nothing at all
  static Optional<Base64Text> read(String value) {
    var text = WhiteSpace.withoutSpace(value);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Base64.getDecoder().decode(text);
      return Optional.of(new Base64Text(text));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  static Base64Text of(byte[] octets) {
    return new Base64Text(Base64.getEncoder().encodeToString(octets));
  }

  /// The only text of these octets: others lack the padding, or have bits set that mean nothing.
  Base64Text normal() {
    return of(octets());
  }

  /// The octets, a fresh copy.
  public byte[] octets() {
    return Base64.getDecoder().decode(text);
  }
}
