package org.whence.mail;

import java.util.List;
import java.util.Locale;

/// Who authenticated, as MTAs write it into comments.
///
/// | form | programs |
/// |---|---|
/// | `Authenticated sender: user` | Postfix |
/// | `authenticated bits=0`, `authenticated`, `authenticated user=user` | Sendmail, Haraka |
/// | `user=user mech=PLAIN bits=0` | Sendmail |
/// | `authenticated as user`, `SquirrelMail authenticated user user` | web mail |
/// | `account user [192.0.2.1]` | CommuniGate |
/// | `AUTH: CRAM-MD5 user, TLS: …`, `AUTH: user`, `AUTH user` | Courier, Mirapoint |
/// | `smtp-auth username user, mechanism plain` | qpsmtpd |
/// | `user@192.0.2.1 with login` | Yahoo |
final class Authentication {
  private static final String SENDER = "sender:";

  private Authentication() {}

  /// The user that a comment names; `authenticated` where it says no more than that, and the empty
  /// text where it is about something else.
  static String user(String comment, List<Token> tokens) {
    if (tokens.isEmpty() || (tokens.size() > 1 && tokens.get(1).is(Token.Kind.LITERAL))) {
      // A client whose name is one of these words.
      return "";
    }
    var next = value(tokens, 1);
    return switch (word(tokens, 0)) {
      case "authenticated" -> authenticated(comment, tokens, 1);
      case "account", "auth" -> next;
      case "auth:" -> isMechanism(tokens) ? value(tokens, 2) : next;
      case "smtp-auth" -> word(tokens, 1).equals("username") ? value(tokens, 2) : "";
      default -> isByProgram(tokens) ? authenticated(comment, tokens, 2) : withMechanism(tokens);
    };
  }

  /// What stands behind the word `authenticated`.
  private static String authenticated(String comment, List<Token> tokens, int at) {
    return switch (word(tokens, at)) {
      // All of the rest: a user may have blanks and quotes.
      case SENDER -> comment.substring(tokens.get(at).end()).strip();
      case "user", "as" -> value(tokens, at + 1);
      default -> {
        var user = keyed("user=", value(tokens, at));
        yield user.isEmpty() ? "authenticated" : user;
      }
    };
  }

  /// `user=user mech=PLAIN`, `user@192.0.2.1 with login`.
  private static String withMechanism(List<Token> tokens) {
    var first = value(tokens, 0);
    if (!keyed("mech=", value(tokens, 1)).isEmpty()) {
      return keyed("user=", first);
    }
    var at = first.lastIndexOf('@');
    return tokens.size() == 3 && word(tokens, 1).equals("with") && at > 0
        ? first.substring(0, at)
        : "";
  }

  /// A HELO has one word.
  private static boolean isByProgram(List<Token> tokens) {
    return tokens.size() == 4
        && word(tokens, 1).equals("authenticated")
        && word(tokens, 2).equals("user");
  }

  private static boolean isMechanism(List<Token> tokens) {
    return tokens.size() > 2 && !tokens.get(1).text().endsWith(",");
  }

  private static String keyed(String key, String text) {
    return text.regionMatches(true, 0, key, 0, key.length()) ? text.substring(key.length()) : "";
  }

  private static String word(List<Token> tokens, int at) {
    return value(tokens, at).toLowerCase(Locale.ROOT);
  }

  private static String value(List<Token> tokens, int at) {
    return at < tokens.size() ? tokens.get(at).value() : "";
  }
}
