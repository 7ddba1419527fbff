package org.whence.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What MTAs write into comments, whichever clause they stand at.
final class Comments {
  /// What stands before the sender of the envelope.
  static final List<String> SENDER = List.of("envelope-from", "envelope-sender", "return-path");

  private Comments() {}

  /// Reads what has its own word in front: TLS, the sender of the envelope, who authenticated.
  static void readAnywhere(String comment, ReceivedDraft draft) {
    Tls.of(comment).ifPresent(draft::tls);
    var tokens = Tokenizer.tokens(comment);
    if (tokens.size() > 1 && draft.envelopeFrom.isEmpty() && isSender(tokens.getFirst())) {
      draft.envelopeFrom = Optional.of(tokens.get(1).value());
    }
    draft.auth = ReceivedDraft.first(draft.auth, Authentication.user(comment, tokens));
    if (tokens.size() == 2
        && tokens.getFirst().isWord("via")
        && tokens.get(1).is(Token.Kind.WORD)) {
      // GMX: (via HTTP)
      draft.via = ReceivedDraft.first(draft.via, tokens.get(1).value());
    }
  }

  private static boolean isSender(Token token) {
    for (var word : SENDER) {
      if (token.isWord(word)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a comment of the `by` clause says that Postfix picked the message up on the host
  /// itself: `(Postfix, from userid 1002)`.
  static boolean isPickup(String comment) {
    return comment.toLowerCase(Locale.ROOT).contains(", from userid ");
  }

  /// Whether a comment names Exim: `(Exim)`, `(Exim 4.98)`.
  static boolean isExim(String comment) {
    return comment.equals("Exim") || comment.startsWith("Exim ");
  }

  /// Whether a comment of the `with` clause names a program that fetches mail from a mailbox.
  static boolean isFetch(String comment) {
    var lower = comment.toLowerCase(Locale.ROOT);
    return lower.startsWith("fetchmail") || lower.startsWith("getmail");
  }
}
