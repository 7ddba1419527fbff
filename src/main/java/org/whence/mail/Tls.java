package org.whence.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a comment says about TLS; empty texts for what it does not say.
///
/// @param version such as `TLSv1.3`, whatever way it was spelt
/// @param cipher the cipher suite as written
record Tls(String version, String cipher) {
  private static final int MAX_WORDS = 40;
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,]+");
  private static final String ENCRYPTED = "encrypted";
  private static final String AUTH = "auth:";
  private static final String NO_VERSION = "unknown:";
  private static final List<String> BEGINNINGS =
      List.of("tls", "ssl", "using", "version", "cipher", AUTH, NO_VERSION);

  /// Reads the comments of Postfix (`using TLSv1.3 with cipher X`), Gmail, Sendmail and Exchange
  /// (`version=TLS1_2, cipher=X`), SmarterMail (`version=TLS\\Tls12 cipher=X`), Exim
  /// (`TLS1.2:X:256`, `UNKNOWN:X:256`, `TLS1.3`), Courier (`TLS: TLSv1/SSLv3, 168bits, X`),
  /// MailMarshal (`using TLS: TLSv1.2, X`), and of qmail and T-Online (`X encrypted`, `TLSv1.2:X
  /// encrypted`).
  ///
  /// @return empty for a comment about something else
  static Optional<Tls> of(String comment) {
    var text = comment.strip();
    if (!begins(text) && !text.toLowerCase(Locale.ROOT).endsWith(ENCRYPTED)) {
      return Optional.empty();
    }
    var words = BETWEEN_WORDS.split(text, MAX_WORDS);
    if (words.length == 2 && words[1].equalsIgnoreCase(ENCRYPTED)) {
      return encrypted(words[0]);
    }
    if (!begins(words[0]) || (begins(AUTH, words[0]) && words[0].length() > AUTH.length())) {
      return Optional.empty();
    }
    var version = "";
    var cipher = "";
    for (int i = 0; i < words.length; i++) {
      var word = words[i];
      var previous = i > 0 ? words[i - 1].toLowerCase(Locale.ROOT) : "";
      var parts = word.substring(word.indexOf('=') + 1).split(":", -1);
      var found = version(parts[0]);
      if (i == 0 && begins(NO_VERSION, word)) {
        cipher = parts[1];
      } else if (version.isEmpty() && !found.isEmpty()) {
        version = found;
        cipher = parts.length > 1 ? parts[1] : cipher;
      } else if (word.regionMatches(true, 0, "cipher=", 0, 7)) {
        cipher = word.substring(7);
      } else if (previous.equals("cipher")
          || (!version.isEmpty() && isBits(previous))
          || (!isBits(word) && isBehindVersion(words, i))) {
        cipher = cipher.isEmpty() ? word : cipher;
      }
    }
    cipher = cipher.equalsIgnoreCase("OTHER") ? "" : cipher;
    return version.isEmpty() && cipher.isEmpty()
        ? Optional.empty()
        : Optional.of(new Tls(version, cipher));
  }

  /// `X`, or `TLSv1.2:X`; GroupWise has `TLS`, which is no cipher.
  private static Optional<Tls> encrypted(String word) {
    var colon = word.indexOf(':');
    var version = version(colon < 0 ? word : word.substring(0, colon));
    var cipher = version.isEmpty() ? word : colon < 0 ? "" : word.substring(colon + 1);
    return cipher.equalsIgnoreCase("TLS") || cipher.equalsIgnoreCase("SSL")
        ? Optional.empty()
        : Optional.of(new Tls(version, cipher));
  }

  private static boolean begins(String text) {
    for (var beginning : BEGINNINGS) {
      if (begins(beginning, text)) {
        return true;
      }
    }
    return false;
  }

  private static boolean begins(String beginning, String text) {
    return text.regionMatches(true, 0, beginning, 0, beginning.length());
  }

  /// `TLS: TLSv1.2, X`
  private static boolean isBehindVersion(String[] words, int at) {
    return at > 1 && words[at - 2].equalsIgnoreCase("TLS:") && !version(words[at - 1]).isEmpty();
  }

  private static boolean isBits(String word) {
    return word.endsWith("bits") && word.length() > 4 && Character.isDigit(word.charAt(0));
  }

  /// `TLSv1.2` for `TLS1_2`, `TLS-1.2`, `TLS1.2`, `TLS\\Tls12`; `TLSv1.0` for `TLSv1/SSLv3`; empty
  /// for no version.
  private static String version(String word) {
    var lower = word.substring(word.indexOf('\\') + 1).toLowerCase(Locale.ROOT);
    if (!lower.startsWith("tls") && !lower.startsWith("ssl")) {
      return "";
    }
    var slash = lower.indexOf('/');
    var number = lower.substring(3, slash < 0 ? lower.length() : slash).replace('_', '.');
    if (number.startsWith("v") || number.startsWith("-")) {
      number = number.substring(1);
    }
    var plain =
        switch (number.length()) {
          case 1 -> number + ".0";
          case 2 -> number.charAt(0) + "." + number.charAt(1);
          default -> number;
        };
    var isVersion =
        plain.length() == 3
            && Character.isDigit(plain.charAt(0))
            && plain.charAt(1) == '.'
            && Character.isDigit(plain.charAt(2));
    return isVersion ? (lower.startsWith("tls") ? "TLSv" + plain : "SSLv" + number) : "";
  }
}
