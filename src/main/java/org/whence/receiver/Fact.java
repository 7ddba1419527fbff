package org.whence.receiver;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a rule may ask about, with the answers that there are. A fact that was not established has
/// the answer [#UNKNOWN], and no rule matches on it.
public enum Fact {
  /// IPREV as the profile's software reads it.
  IPREV("fail none pass permerror temperror"),
  /// Whether the client's address has a name.
  PTR("failed none some"),
  /// The client's first name beside the domain of MAIL FROM.
  SENDER_NAME("below equal no-name other"),
  /// What the client called itself beside its names and addresses.
  HELO("invalid other own"),
  /// SPF of the envelope's sender.
  SPF(Results.WORDS),
  /// The best of the signatures.
  DKIM(Results.WORDS),
  /// The chain of those who passed the message on.
  ARC(Results.WORDS),
  /// DMARC by RFC 9989.
  DMARC(Results.WORDS),
  /// What the author's domain asks to be done, after `t=y`.
  POLICY("none quarantine reject");

  /// The answer where the fact was not established.
  public static final String UNKNOWN = "unknown";

  private static final class Results {
    static final String WORDS = "fail neutral none pass permerror policy softfail temperror";
  }

  private final String answers;

  Fact(String answers) {
    this.answers = answers;
  }

  /// The word of profiles: `iprev`, `sender-name`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The answers that there are, sorted.
  List<String> answers() {
    return List.of(answers.split(" ", -1));
  }

  static Optional<Fact> byWord(String word) {
    for (var fact : values()) {
      if (fact.word().equals(word)) {
        return Optional.of(fact);
      }
    }
    return Optional.empty();
  }
}
