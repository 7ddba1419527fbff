package org.whence.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An Authentication-Results field of a message: what somebody claims to have found.
public record Claim(HeaderField field, AuthenticationResults says) {
  /// How many fields are read at most, from the newest.
  public static final int MAX_FIELDS = 200;

  /// Reads those fields of a message; see [Message#claims].
  static List<Claim> of(Message message) {
    var fields = message.all("Authentication-Results");
    var claims = new ArrayList<Claim>();
    for (var field : fields.subList(0, Math.min(fields.size(), MAX_FIELDS))) {
      claims.add(new Claim(field, AuthenticationResultsParser.parse(field.rawValue())));
    }
    return List.copyOf(claims);
  }

  /// Who says so, where the field tells.
  public Optional<String> authservId() {
    return says.authservId();
  }
}
