package org.whence.receiver;

import java.util.Locale;
import java.util.Optional;

/// When a receiving server looks at a client: the commands of SMTP in their order (RFC 5321, 3).
public enum Stage {
  /// The client has connected.
  CONNECT,
  /// It has said HELO or EHLO.
  HELO,
  /// It has named the envelope's sender.
  MAIL,
  /// It has named a recipient.
  RCPT,
  /// It has sent the message.
  DATA;

  /// The word of profiles: `connect`, `mail`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Stage> byWord(String word) {
    for (var stage : values()) {
      if (stage.word().equals(word)) {
        return Optional.of(stage);
      }
    }
    return Optional.empty();
  }
}
