package org.whence.dns;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Internationalized domains in the form that DNS knows (RFC 5890, 2.3.2.1; RFC 5891, 5; RFC 3492).
///
/// Java's own converter follows the older RFC 3490, which turns `ß` into `ss`: another domain.
public final class ALabel {
  private static final String PREFIX = "xn--";

  /// RFC 5895, 2, and RFC 3490, 3.1: what is written for a dot where ideographs are.
  private static final String DOTS = "[.\u3002\uFF0E\uFF61]";

  static final int BASE = 36;
  static final int T_MIN = 1;
  static final int T_MAX = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int FIRST_BIAS = 72;
  private static final int FIRST_CODE = 0x80;

  /// Longer labels than this make no name, and need not be encoded.
  private static final int LONGEST = 63;

  private ALabel() {}

  /// The domain with each label beyond ASCII as an A-label; others stay as they are.
  public static String domain(String domain) {
    var ascii = 0;
    while (ascii < domain.length() && domain.charAt(ascii) < FIRST_CODE) {
      ascii++;
    }
    if (ascii == domain.length()) {
      return domain;
    }
    return Arrays.stream(domain.split(DOTS, -1))
        .map(ALabel::label)
        .collect(Collectors.joining("."));
  }

  private static String label(String label) {
    if (label.chars().allMatch(c -> c < FIRST_CODE)) {
      return label;
    }
    var mapped = Normalizer.normalize(narrow(label.toLowerCase(Locale.ROOT)), Normalizer.Form.NFC);
    var codePoints = mapped.codePoints().toArray();
    if (Arrays.stream(codePoints).allMatch(c -> c < FIRST_CODE)) {
      return mapped;
    }
    return codePoints.length > LONGEST ? label : PREFIX + encode(codePoints);
  }

  /// RFC 5895, 2: characters as wide as ideographs, or as narrow as letters, are their ordinary
  /// forms. Signs, which would mean something in a URL or an address, stay what they are.
  private static String narrow(String label) {
    var narrow = new StringBuilder(label.length());
    for (int i = 0; i < label.length(); i++) {
      var c = label.charAt(i);
      var isForm = c >= '\uFF00' && c <= '\uFFEF' && Character.isLetterOrDigit(c);
      narrow.append(
          isForm || c == '\uFF0D'
              ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC)
              : String.valueOf(c));
    }
    return narrow.toString();
  }

  /// RFC 3492, 6.3.
  private static String encode(int[] input) {
    var output = new StringBuilder();
    Arrays.stream(input).filter(c -> c < FIRST_CODE).forEach(output::appendCodePoint);
    var basic = output.length();
    var handled = basic;
    if (basic > 0) {
      output.append('-');
    }
    var code = FIRST_CODE;
    var delta = 0;
    var bias = FIRST_BIAS;
    while (handled < input.length) {
      var least = code;
      var next = Arrays.stream(input).filter(c -> c >= least).min().orElseThrow();
      delta += (next - code) * (handled + 1);
      code = next;
      for (var c : input) {
        delta += c < code ? 1 : 0;
        if (c == code) {
          append(delta, bias, output);
          bias = adapt(delta, handled + 1, handled == basic);
          delta = 0;
          handled++;
        }
      }
      delta++;
      code++;
    }
    return output.toString();
  }

  private static void append(int delta, int bias, StringBuilder output) {
    var left = delta;
    for (var k = BASE; ; k += BASE) {
      var threshold = Math.clamp(k - bias, T_MIN, T_MAX);
      if (left < threshold) {
        output.append(digit(left));
        return;
      }
      output.append(digit(threshold + (left - threshold) % (BASE - threshold)));
      left = (left - threshold) / (BASE - threshold);
    }
  }

  private static char digit(int value) {
    return (char) (value < 26 ? 'a' + value : '0' + value - 26);
  }

  /// RFC 3492, 6.1.
  static int adapt(int first, int points, boolean firstTime) {
    var delta = firstTime ? first / DAMP : first / 2;
    delta += delta / points;
    var k = 0;
    while (delta > (BASE - T_MIN) * T_MAX / 2) {
      delta /= BASE - T_MIN;
      k += BASE;
    }
    return k + (BASE - T_MIN + 1) * delta / (delta + SKEW);
  }
}
