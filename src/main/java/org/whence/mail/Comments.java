package org.whence.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What MTAs write into comments, whichever clause they stand at.
final class Comments {
  private static final List<String> SENDER =
      List.of("envelope-from", "envelope-sender", "return-path");

  private Comments() {}

  /// Reads what has its own word in front: TLS, the sender of the envelope, who authenticated.
  static void readAnywhere(String comment, ReceivedDraft draft) {
    Tls.of(comment).ifPresent(draft::tls);
    var tokens = Tokenizer.tokens(comment);
    if (tokens.size() > 1 && draft.envelopeFrom.isEmpty() && isSender(tokens.getFirst())) {
      draft.envelopeFrom = Optional.of(tokens.get(1).value());
    }
    draft.auth = ReceivedDraft.first(draft.auth, user(tokens));
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

  /// Whether a comment of the `with` clause names a program that fetches mail from a mailbox.
  static boolean isFetch(String comment) {
    var lower = comment.toLowerCase(Locale.ROOT);
    return lower.startsWith("fetchmail") || lower.startsWith("getmail");
  }

  /// `(Authenticated sender: user)`, `(authenticated)`, `(authenticated bits=0)`, `(authenticated
  /// user=user …)`, `(SquirrelMail authenticated user user)`, `(account user …)`, `(AUTH: CRAM-MD5
  /// user, …)`, `(AUTH: user)`.
  private static String user(List<Token> tokens) {
    for (int i = 0; i < Math.min(2, tokens.size()); i++) {
      var word = tokens.get(i).value();
      var next = i + 1 < tokens.size() ? tokens.get(i + 1).value() : "";
      var afterNext = i + 2 < tokens.size() ? tokens.get(i + 2).value() : "";
      if (word.equalsIgnoreCase("authenticated")) {
        return next.equalsIgnoreCase("sender:") || next.equalsIgnoreCase("user")
            ? afterNext
            : next.regionMatches(true, 0, "user=", 0, 5) ? next.substring(5) : "authenticated";
      }
      if (i == 0 && word.equalsIgnoreCase("account")) {
        return next;
      }
      if (i == 0 && word.equalsIgnoreCase("auth:")) {
        var mechanism = !tokens.get(1 % tokens.size()).text().endsWith(",") && !afterNext.isEmpty();
        return mechanism ? afterNext : next;
      }
    }
    return "";
  }
}
