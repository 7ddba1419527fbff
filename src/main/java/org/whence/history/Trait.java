package org.whence.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.whence.chain.Topic;
import org.whence.chain.Value;
import org.whence.ip.AddressLiteral;

/// Something that a case is about, and by which another one is known.
///
/// @param value in its canonical form: addresses as RFC 5952 has them, names in lower case without
///   the dot of the root
public record Trait(Kind kind, String value) {
  /// How long a value may be that is kept; no name or address is longer.
  static final int LONGEST = 320;

  /// The same as a value of the tree.
  public Value shown() {
    return switch (kind) {
      case ADDRESS ->
          AddressLiteral.find(value)
              .map(literal -> Value.of(literal.address()))
              .orElse(Value.of(value));
      case INPUT, HELO, AS -> Value.of(value);
      case NAME, DOMAIN, DKIM_DOMAIN, DKIM_KEY -> Value.domain(value);
    };
  }

  /// What it is.
  public enum Kind implements Topic {
    /// The very same input, by its SHA-256.
    INPUT,
    /// A client's address.
    ADDRESS,
    /// The number of a system that announces an address, such as `AS64500`.
    AS,
    /// A name that an address points to.
    NAME,
    /// What a client called itself.
    HELO,
    /// The domain of the author or of the envelope's sender.
    DOMAIN,
    /// The domain of a DKIM signature.
    DKIM_DOMAIN,
    /// The key of a DKIM signature: `selector._domainkey.domain`.
    DKIM_KEY;

    /// The word of the database and of exports, such as `dkim-domain`.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String key() {
      return "history." + word();
    }

    /// The kind of a word; empty for one that a newer program wrote.
    static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
  }
}
