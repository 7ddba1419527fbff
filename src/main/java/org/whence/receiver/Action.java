package org.whence.receiver;

import java.math.BigDecimal;

/// What a rule does where it matches.
public sealed interface Action {
  /// The server answers and takes no mail: for good with 5xx, for now with 4xx.
  ///
  /// @param template the reply with its code; `{ip}` and the like stand for what it speaks of
  record Reply(String template) implements Action {
    /// Whether the client may try again later (RFC 5321, 4.2.1).
    public boolean temporary() {
      return template.startsWith("4");
    }
  }

  /// A filter counts a symbol.
  record Symbol(String name, BigDecimal score) implements Action {}

  /// Something is written down, and the mail goes on.
  record Note(String template) implements Action {}
}
