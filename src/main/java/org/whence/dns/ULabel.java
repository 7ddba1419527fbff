package org.whence.dns;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Internationalized domains in the form that people read (RFC 5890, 2.3.2.1; RFC 3492).
public final class ULabel {
  private static final String PREFIX = "xn--";
  private static final int LONGEST = 63;

  private ULabel() {}

  /// The domain with each A-label as a U-label. A label that is none, since it cannot be decoded or
  /// does not lead back to itself, stays as it is.
  public static String domain(String domain) {
    if (!domain.toLowerCase(Locale.ROOT).contains(PREFIX)) {
      return domain;
    }
    return Arrays.stream(domain.split("\\.", -1))
        .map(label -> label(label).orElse(label))
        .collect(Collectors.joining("."));
  }

  /// Whether a label has the prefix of an A-label and is none (RFC 5890, 2.3.1: a fake A-label).
  public static boolean isFake(String label) {
    return label.regionMatches(true, 0, PREFIX, 0, PREFIX.length()) && label(label).isEmpty();
  }

  private static Optional<String> label(String label) {
    if (!label.regionMatches(true, 0, PREFIX, 0, PREFIX.length()) || label.length() > LONGEST) {
      return Optional.empty();
    }
    var lower = label.toLowerCase(Locale.ROOT);
    return decode(lower.substring(PREFIX.length()))
        .filter(decoded -> decoded.codePoints().allMatch(ULabel::isShown))
        .filter(decoded -> ALabel.domain(decoded).equals(lower));
  }

  /// Whether people see a character. Symbols are no part of U-labels (RFC 5892, 2), but some
  /// registries gave them away.
  private static boolean isShown(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          point == 0x200C || point == 0x200D;
      default -> true;
    };
  }

  /// RFC 3492, 6.2.
  private static Optional<String> decode(String input) {
    var delimiter = input.lastIndexOf('-');
    var output = new StringBuilder(delimiter < 0 ? "" : input.substring(0, delimiter));
    var at = delimiter + 1;
    var code = 0x80;
    var bias = 72;
    var i = 0;
    while (at < input.length()) {
      var before = i;
      var weight = 1;
      for (var k = ALabel.BASE; ; k += ALabel.BASE) {
        var digit = at < input.length() ? digit(input.charAt(at++)) : -1;
        // 63 octets make no sum that is beyond a long; what is beyond Unicode is no character.
        if (digit < 0 || weight > Character.MAX_CODE_POINT * ALabel.BASE) {
          return Optional.empty();
        }
        i += digit * weight;
        if (i > Character.MAX_CODE_POINT * 64 || i < 0) {
          return Optional.empty();
        }
        var threshold = Math.clamp(k - bias, ALabel.T_MIN, ALabel.T_MAX);
        if (digit < threshold) {
          break;
        }
        weight *= ALabel.BASE - threshold;
      }
      var points = output.codePointCount(0, output.length()) + 1;
      bias = ALabel.adapt(i - before, points, before == 0);
      code += i / points;
      i %= points;
      if (code > Character.MAX_CODE_POINT || (code >= 0xD800 && code < 0xE000)) {
        return Optional.empty();
      }
      output.insert(output.offsetByCodePoints(0, i), Character.toString(code));
      i++;
    }
    return Optional.of(output.toString());
  }

  private static int digit(char c) {
    if (c >= 'a' && c <= 'z') {
      return c - 'a';
    }
    return c >= '0' && c <= '9' ? c - '0' + 26 : -1;
  }
}
