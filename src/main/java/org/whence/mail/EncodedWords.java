package org.whence.mail;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Decodes the encoded words in a header value (RFC 2047, with the languages of RFC 2231, 5), in
/// linear time.
///
/// As every reader does, words are found wherever they stand, blanks in them are borne, and words
/// of one charset side by side are joined before they are decoded, because programs cut characters
/// in two. A word whose charset or encoding is unknown stays as it is.
public final class EncodedWords {
  /// How many names of charsets are looked up at most: an unknown one costs a search.
  private static final int MAX_CHARSETS = 20;

  private final Map<String, Optional<Charset>> charsets = new HashMap<>();
  private final String text;
  private final StringBuilder out = new StringBuilder();
  private final ByteArrayOutputStream joined = new ByteArrayOutputStream();
  private Charset charset = StandardCharsets.US_ASCII;
  private int at;

  private record Word(Charset charset, ByteBuffer octets, int end) {}

  private EncodedWords(String text) {
    this.text = text;
  }

  /// The text with its encoded words decoded. What comes out may hold any character, line ends and
  /// controls included.
  public static String decode(String text) {
    return text.contains("=?") ? new EncodedWords(text).decode() : text;
  }

  private String decode() {
    var plain = 0;
    var start = text.indexOf("=?");
    while (start >= 0) {
      var word = word(start);
      if (word.isPresent()) {
        var between = text.substring(plain, start);
        // RFC 2047, 6.2: blanks between two words are not displayed.
        if (plain == 0 || !between.isBlank()) {
          flush();
          out.append(between);
        }
        join(word.get());
        plain = word.get().end();
      }
      start = text.indexOf("=?", Math.max(plain, start + 2));
    }
    flush();
    return out.append(text, plain, text.length()).toString();
  }

  private void join(Word word) {
    if (!word.charset().equals(charset)) {
      flush();
      charset = word.charset();
    }
    joined.writeBytes(word.octets().array());
  }

  private void flush() {
    out.append(joined.toString(charset));
    joined.reset();
  }

  /// The word that begins here: `=?charset*language?encoding?text?=`.
  private Optional<Word> word(int start) {
    at = start + 2;
    var name = token();
    var encoding = token();
    var content = token();
    if (at >= text.length() || text.charAt(at) != '=') {
      return Optional.empty();
    }
    var end = at + 1;
    return charset(name)
        .flatMap(found -> octets(encoding, content).map(octets -> new Word(found, octets, end)));
  }

  /// What stands before the next question mark; goes behind that. (As every `=?` has a question
  /// mark, no character is looked at for more than four words.)
  private String token() {
    var start = Math.min(at, text.length());
    var end = text.indexOf('?', start);
    at = end < 0 ? text.length() : end + 1;
    return text.substring(start, end < 0 ? text.length() : end);
  }

  private Optional<Charset> charset(String name) {
    var star = name.indexOf('*');
    var key = star < 0 ? name : name.substring(0, star);
    return charsets.size() < MAX_CHARSETS || charsets.containsKey(key)
        ? charsets.computeIfAbsent(key, EncodedWords::lookUp)
        : Optional.empty();
  }

  private static Optional<Charset> lookUp(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static Optional<ByteBuffer> octets(String encoding, String content) {
    return switch (encoding) {
      case "B", "b" -> base64(content);
      case "Q", "q" -> Optional.of(ByteBuffer.wrap(quoted(content)));
      default -> Optional.empty();
    };
  }

  private static Optional<ByteBuffer> base64(String content) {
    var padding = content.indexOf('=');
    var digits = (padding < 0 ? content : content.substring(0, padding)).replace(" ", "");
    try {
      return Optional.of(ByteBuffer.wrap(Base64.getDecoder().decode(digits)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] quoted(String content) {
    var octets = new ByteArrayOutputStream();
    for (int i = 0; i < content.length(); i++) {
      var character = content.charAt(i);
      if (character == '=' && i + 2 < content.length() && hex(content, i + 1) >= 0) {
        octets.write(hex(content, i + 1));
        i += 2;
      } else {
        octets.writeBytes(
            (character == '_' ? " " : String.valueOf(character)).getBytes(StandardCharsets.UTF_8));
      }
    }
    return octets.toByteArray();
  }

  private static int hex(String content, int from) {
    var high = Character.digit(content.charAt(from), 16);
    var low = Character.digit(content.charAt(from + 1), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }
}
