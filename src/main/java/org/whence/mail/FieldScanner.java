package org.whence.mail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.whence.ip.Ascii;

/// Goes through the value of a structured field (RFC 5322, 3.2): comments and blanks, quoted
/// strings, and words in between, in linear time and without recursion. A delimiter without its
/// counterpart is an ordinary character, told as a flaw.
final class FieldScanner {
  private final String text;
  private final int[] closing;
  private final List<Flaw> flaws = new ArrayList<>();
  private List<String> comments = new ArrayList<>();
  private boolean quotesAreClosed = true;
  private int at;

  FieldScanner(String text) {
    this.text = text;
    this.closing = Tokenizer.closingParentheses(text);
  }

  int at() {
    return at;
  }

  /// Goes back to where it was; comments that were passed since are forgotten.
  void back(int to, int commentsThen) {
    at = to;
    comments.subList(commentsThen, comments.size()).clear();
  }

  int commentCount() {
    return comments.size();
  }

  /// The comments since this was called last.
  List<String> takeComments() {
    var taken = comments;
    comments = new ArrayList<>();
    return taken;
  }

  void flaw(Flaw.Kind kind, int offset) {
    var flaw = new Flaw(kind, offset);
    if (flaws.size() < Flaw.MAX && !flaws.contains(flaw)) {
      flaws.add(flaw);
    }
  }

  /// The deviations that were noted, in the order of the text.
  List<Flaw> flaws() {
    return flaws.stream().sorted(Comparator.comparingInt(Flaw::offset)).toList();
  }

  boolean isFlawless() {
    return flaws.isEmpty();
  }

  boolean atEnd() {
    return at >= text.length();
  }

  boolean is(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  boolean take(char c) {
    var found = is(c);
    if (found) {
      at++;
    }
    return found;
  }

  /// Skips comments and blanks, line ends included (CFWS).
  void skip() {
    while (at < text.length()) {
      if (isBlank(text.charAt(at))) {
        at++;
      } else if (atComment()) {
        comments.add(unfolded(text.substring(at + 1, closing[at])).strip());
        at = closing[at] + 1;
      } else {
        return;
      }
    }
  }

  /// What is there until a blank, a comment, a semicolon, or a character that ends it; may be
  /// empty.
  String word(IntPredicate ends) {
    var start = at;
    while (at < text.length() && !endsWord() && !ends.test(text.charAt(at))) {
      if (text.charAt(at) == '(' && closing[at] == 0) {
        flaw(Flaw.Kind.UNCLOSED, at);
      }
      at++;
    }
    return text.substring(start, at);
  }

  String digits() {
    return word(c -> !Ascii.isDigit(c));
  }

  /// The content of a quoted string that begins here; nothing, and no step, where none does.
  Optional<String> quoted() {
    if (!is('"')) {
      return Optional.empty();
    }
    if (quotesAreClosed) {
      var content = new StringBuilder();
      for (int i = at + 1; i < text.length(); i++) {
        if (text.charAt(i) == '"') {
          at = i + 1;
          return Optional.of(unfolded(content.toString()));
        }
        if (text.charAt(i) == '\\' && i + 1 < text.length()) {
          i++;
        }
        content.append(text.charAt(i));
      }
      quotesAreClosed = false;
      flaw(Flaw.Kind.UNCLOSED, at);
    }
    return Optional.empty();
  }

  String from(int start) {
    return text.substring(start, at);
  }

  private boolean endsWord() {
    var c = text.charAt(at);
    return c == ';' || isBlank(c) || atComment();
  }

  private boolean atComment() {
    return text.charAt(at) == '(' && closing[at] > 0;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private static String unfolded(String content) {
    return content.indexOf('\n') < 0 && content.indexOf('\r') < 0
        ? content
        : content.replace("\r", "").replace("\n", "");
  }
}
