package org.whence.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the word of a `with` clause means (RFC 3848; RFC 6531, 4.3): IANA's registry of mail
/// transmission types, and words that programs write beside it.
///
/// @param name the word as IANA has it, such as `ESMTPSA`
/// @param smtp whether it is SMTP or LMTP, so that the absence of TLS is told as well
/// @param tls whether TLS was negotiated
/// @param auth whether the client authenticated
/// @param utf8 whether it is internationalized mail (SMTPUTF8)
public record Protocol(String name, boolean smtp, boolean tls, boolean auth, boolean utf8) {
  private static final List<String> FAMILIES = List.of("UTF8SMTP", "UTF8LMTP", "ESMTP", "LMTP");

  /// Words beside the registry: before it, and of those who never read it.
  private static final Map<String, Protocol> OTHERS =
      Map.of(
          "SMTP", new Protocol("SMTP", true, false, false, false),
          "SMTPS", new Protocol("SMTPS", true, true, false, false),
          "SMTPSA", new Protocol("SMTPSA", true, true, true, false),
          "SMTPA", new Protocol("SMTPA", true, false, true, false),
          "ASMTP", new Protocol("ASMTP", true, false, true, false),
          "MMS", new Protocol("MMS", false, false, false, false),
          "HTTP", new Protocol("HTTP", false, false, false, false),
          "HTTPS", new Protocol("HTTPS", false, true, false, false));

  /// Reads a `with` clause, without regard to case: its first word, or that before a slash.
  ///
  /// @return empty for a word that stands for nothing certain, such as `Microsoft SMTP Server`
  public static Optional<Protocol> of(String with) {
    var end = 0;
    while (end < with.length() && with.charAt(end) > ' ' && with.charAt(end) != '/') {
      end++;
    }
    var word = with.substring(0, end).toUpperCase(Locale.ROOT);
    var other = OTHERS.get(word);
    if (other != null) {
      return Optional.of(other);
    }
    for (var family : FAMILIES) {
      if (word.startsWith(family)) {
        return of(word, word.substring(family.length()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Protocol> of(String word, String suffix) {
    return switch (suffix) {
      case "", "A", "S", "SA" ->
          Optional.of(
              new Protocol(
                  word,
                  true,
                  suffix.startsWith("S"),
                  suffix.endsWith("A"),
                  word.startsWith("UTF8")));
      default -> Optional.empty();
    };
  }

  /// What it means, in stable words: `tls`, `auth`, `utf8`, in this order.
  public List<String> means() {
    var means = new ArrayList<String>();
    if (tls) {
      means.add("tls");
    }
    if (auth) {
      means.add("auth");
    }
    if (utf8) {
      means.add("utf8");
    }
    return List.copyOf(means);
  }
}
