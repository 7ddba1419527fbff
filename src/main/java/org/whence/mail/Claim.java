package org.whence.mail;

import java.util.List;
import java.util.Optional;

/// An Authentication-Results field of a message: what somebody claims to have found.
public record Claim(HeaderField field, AuthenticationResults says) {
  /// How many fields are read at most, from the newest.
  public static final int MAX_FIELDS = 200;

  /// The Authentication-Results fields of a message, newest first as they stand in it.
  public static List<Claim> of(Message message) {
    return message.all("Authentication-Results").stream()
        .limit(MAX_FIELDS)
        .map(field -> new Claim(field, AuthenticationResultsParser.parse(field.rawValue())))
        .toList();
  }

  /// Who says so, where the field tells.
  public Optional<String> authservId() {
    return says.authservId();
  }
}
