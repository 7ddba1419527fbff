package org.whence.investigation.claim;

import java.util.Optional;

/// The fields that state results about a message.
public enum ClaimSource {
  /// RFC 8601.
  AUTHENTICATION_RESULTS("Authentication-Results"),
  /// RFC 8617, 4.1.1: what a server of the chain found.
  ARC("ARC-Authentication-Results"),
  /// RFC 7208, 9.1.
  RECEIVED_SPF("Received-SPF"),
  /// What Exchange writes within an organization, in the grammar of RFC 8601.
  EXCHANGE("X-MS-Exchange-Authentication-Results"),
  /// What Exchange leaves of a field that was there before.
  ORIGINAL("Authentication-Results-Original");

  private final String fieldName;

  ClaimSource(String fieldName) {
    this.fieldName = fieldName;
  }

  /// The name of the field.
  public String fieldName() {
    return fieldName;
  }

  static Optional<ClaimSource> of(String name) {
    for (var source : values()) {
      if (source.fieldName.equalsIgnoreCase(name)) {
        return Optional.of(source);
      }
    }
    return Optional.empty();
  }
}
