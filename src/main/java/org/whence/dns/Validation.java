package org.whence.dns;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// What DNSSEC says of an answer (RFC 4033, 5).
///
/// @param reason why it is not secure, in the validator's words; may be empty
/// @param extendedError the code of RFC 8914 for that reason, where there is one
/// @param asked what had to be asked for it: keys (DNSKEY) and what vouches for them (DS), in order
public record Validation(
    Status status, String reason, OptionalInt extendedError, List<Exchange> asked) {

  /// How far an answer can be trusted, beginning with the least.
  public enum Status {
    /// It should be signed, and its signatures do not fit.
    BOGUS,
    /// Nobody knows: no anchor of trust covers the name, or what is needed could not be had.
    INDETERMINATE,
    /// It is shown that nothing here is signed.
    INSECURE,
    /// Its signatures lead back to an anchor of trust.
    SECURE;

    /// The stable word of recordings and of JSON, such as `secure`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Status> ofWord(String word) {
      return Stream.of(values()).filter(status -> status.word().equals(word)).findFirst();
    }
  }

  public Validation {
    asked = List.copyOf(asked);
  }

  /// How far several answers can be trusted together; empty where none of them was validated.
  public static Optional<Status> weakest(List<Exchange> exchanges) {
    var weakest = Optional.<Status>empty();
    for (var exchange : exchanges) {
      var validation = exchange.validation();
      if (validation.isPresent()
          && (weakest.isEmpty() || validation.get().status().compareTo(weakest.get()) < 0)) {
        weakest = Optional.of(validation.get().status());
      }
    }
    return weakest;
  }
}
