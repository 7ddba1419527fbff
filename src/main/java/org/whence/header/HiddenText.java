package org.whence.header;

import java.text.Normalizer;
import java.util.Optional;

/// What a text shows or hides beside its plain words.
final class HiddenText {
  /// Zero width and direction: what nobody sees (Unicode, 23.2). The joiners U+200C and U+200D are
  /// left out, as scripts and pictures need them.
  private static final String HIDDEN =
      "\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u200E\u200F"
          + "\u202A\u202B\u202C\u202D\u202E\u2060\u2061\u2062\u2063\u2064"
          + "\u2066\u2067\u2068\u2069\u3164\uFEFF\uFFA0";

  private HiddenText() {}

  /// The first address in a name that is not the one it is for. Compatibility forms such as a wide
  /// `@` are read as what they look like.
  static Optional<String> address(String name, String own) {
    var plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
    for (var word : plain.split("[\\s<>()\\[\\],;:\"']+", -1)) {
      var at = word.indexOf('@');
      if (at > 0
          && word.indexOf('.', at + 2) > 0
          && !word.endsWith(".")
          && !word.equalsIgnoreCase(own)) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  /// The offset of the first character that nobody sees, or -1.
  static int hidden(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7F && HIDDEN.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }
}
