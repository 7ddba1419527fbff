package org.whence.investigation.plan;

import java.util.Locale;
import java.util.Optional;
import org.whence.chain.Topic;
import org.whence.dmarc.DmarcTopic;
import org.whence.dns.Question;
import org.whence.iprev.IprevTopic;
import org.whence.spf.SpfTopic;

/// What is asked further, once a question is answered. Aliases are followed after any question.
public enum Following {
  /// A and AAAA of each name, at most ten.
  NAMES,
  /// What the terms of an SPF record name: at most ten that ask.
  SPF_TERMS,
  /// A or AAAA of each mail server, at most ten.
  MAIL_SERVERS,
  /// The policies of the domains above, at most eight.
  POLICIES_ABOVE;

  /// What follows from a question of a step.
  static Optional<Following> of(Topic asker, Question question) {
    return switch (asker) {
      case IprevTopic.CHECK, SpfTopic.VALIDATED -> Optional.of(NAMES);
      case SpfTopic.HOST -> Optional.of(SPF_TERMS);
      case SpfTopic.TERM ->
          question.typeName().equals("MX") ? Optional.of(MAIL_SERVERS) : Optional.empty();
      case DmarcTopic.TARGET -> Optional.of(POLICIES_ABOVE);
      default -> Optional.empty();
    };
  }

  /// The stable word for machine-readable forms, and the key of the words for people.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
