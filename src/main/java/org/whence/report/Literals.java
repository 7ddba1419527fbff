package org.whence.report;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.whence.ip.Ascii;

/// Values that are looked for in texts, all at once, in any case. A value counts where it stands by
/// itself: as a whole address or name, as the end of a longer name, or, where it was added for
/// that, as the beginning of one. Time grows with the text and with the longest value, not with the
/// number of values.
final class Literals {
  private static final class Node {
    final Map<Character, Node> next = new HashMap<>();
    Redaction.@Nullable Kind kind;
    boolean begins;
  }

  private final Node root = new Node();

  /// Adds a value; the first kind of a value stays.
  void add(Redaction.Kind kind, String value) {
    node(kind, value);
  }

  /// Adds a value that counts at the beginning of a name as well: what lists and policies are asked
  /// about an address stands in front of their zone (RFC 5782, 2.1; RFC 7208, 7.3).
  void addBeginning(Redaction.Kind kind, String value) {
    node(kind, value).begins = true;
  }

  private Node node(Redaction.Kind kind, String value) {
    var node = root;
    for (var i = 0; i < value.length(); i++) {
      node = node.next.computeIfAbsent(lower(value.charAt(i)), _ -> new Node());
    }
    if (node.kind == null) {
      node.kind = kind;
    }
    return node;
  }

  /// The text with each value replaced; the longest counts where several begin in one place.
  String replaced(String text, BiFunction<Redaction.Kind, String, String> placeholder) {
    StringBuilder out = null;
    var copied = 0;
    var at = 0;
    while (at < text.length()) {
      var found = at == 0 || begins(text, at) ? found(text, at) : null;
      if (found == null) {
        at++;
        continue;
      }
      if (out == null) {
        out = new StringBuilder(text.length());
      }
      var value = text.substring(at, found.end());
      out.append(text, copied, at).append(placeholder.apply(found.kind(), value));
      at = found.end();
      copied = at;
    }
    return out == null ? text : out.append(text, copied, text.length()).toString();
  }

  private record Found(Redaction.Kind kind, int end) {}

  /// The longest value that begins here and stands by itself.
  private @Nullable Found found(String text, int from) {
    @Nullable Found longest = null;
    @Nullable Node node = root;
    for (var at = from; at < text.length(); at++) {
      node = node.next.get(lower(text.charAt(at)));
      if (node == null) {
        break;
      }
      if (node.kind != null && (ends(text, at + 1) || (node.begins && isName(text, at + 1)))) {
        longest = new Found(node.kind, at + 1);
      }
    }
    return longest;
  }

  /// Whether a value can begin here: nothing before it belongs to it. An address is not the end of
  /// something longer, a name may be.
  private static boolean begins(String text, int at) {
    var before = text.charAt(at - 1);
    if (before == '.' || before == ':') {
      return !Ascii.isDigit(text.charAt(at)) || at < 2 || !isWord(text.charAt(at - 2));
    }
    return !isWord(before);
  }

  private static boolean ends(String text, int at) {
    if (at == text.length()) {
      return true;
    }
    var after = text.charAt(at);
    if (after == '.') {
      return at + 1 == text.length() || !isWord(text.charAt(at + 1));
    }
    return !isWord(after);
  }

  /// Whether a name goes on here, behind an address: one more number would make another of it.
  private static boolean isName(String text, int at) {
    return text.charAt(at) == '.' && !Ascii.isDigit(text.charAt(at + 1));
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
  }
}
