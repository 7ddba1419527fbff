package org.whence.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.james.mime4j.stream.NameValuePair;
import org.whence.ip.Ascii;
import org.whence.mail.EncodedWords;

/// Parameters of a Content-Type or Content-Disposition (RFC 2045, 5.1), with the continuations,
/// charsets and languages of RFC 2231 put together, and encoded words decoded, which RFC 2047
/// forbids there and most programs write.
///
/// @param values by name in lower case, in the order of the field; of several with one name the
///   first. Hostile text
public record Parameters(Map<String, String> values) {
  /// How many parameters are read.
  static final int MAX_PARAMETERS = 1000;

  public Parameters {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /// The parameter of that name, in lower case.
  public Optional<String> first(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /// A piece of a value.
  ///
  /// @param encoded whether octets are written as `%` and two digits
  private record Section(String text, boolean encoded) {}

  static Parameters of(List<NameValuePair> pairs) {
    var values = new LinkedHashMap<String, String>();
    var sections = new LinkedHashMap<String, TreeMap<Integer, Section>>();
    for (var pair : pairs.subList(0, Math.min(pairs.size(), MAX_PARAMETERS))) {
      var name = pair.getName() == null ? "" : pair.getName().toLowerCase(Locale.ROOT);
      var value = pair.getValue() == null ? "" : pair.getValue();
      var star = name.indexOf('*');
      var plain = (star < 0 ? name : name.substring(0, star)).strip();
      if (plain.isEmpty()) {
        continue;
      }
      // Keeps the place of the first among the others.
      values.putIfAbsent(plain, star < 0 ? EncodedWords.decode(value) : "");
      if (star >= 0) {
        section(name.substring(star + 1), value)
            .ifPresent(found ->
                sections
                    .computeIfAbsent(plain, _ -> new TreeMap<>())
                    .putIfAbsent(found.getKey(), found.getValue()));
      }
    }
    // RFC 2231, 3 and 4: what knows its charset is what was meant.
    sections.forEach((name, parts) -> joined(name, parts, values));
    return new Parameters(values);
  }

  /// Which piece it is, counted from 0, by what stands behind the first `*`: nothing, `N` or `N*`.
  private static Optional<Map.Entry<Integer, Section>> section(String number, String text) {
    if (number.isEmpty()) {
      return Optional.of(Map.entry(0, new Section(text, true)));
    }
    var encoded = number.endsWith("*");
    var digits = encoded ? number.substring(0, number.length() - 1) : number;
    return digits.length() < 5 && Ascii.isDigits(digits)
        ? Optional.of(Map.entry(Integer.parseInt(digits), new Section(text, encoded)))
        : Optional.empty();
  }

  private static void joined(
      String name, TreeMap<Integer, Section> sections, Map<String, String> values) {
    var first = sections.firstEntry().getValue();
    var marks = first.text().split("'", 3);
    var extended = first.encoded() && marks.length == 3;
    var octets = new ByteArrayOutputStream();
    append(extended ? marks[2] : first.text(), first, octets);
    sections
        .tailMap(sections.firstKey(), false)
        .values()
        .forEach(section -> append(section.text(), section, octets));
    var charset = Charsets.find(extended ? marks[0] : "").charset();
    values.put(name, octets.toString(charset.orElse(StandardCharsets.UTF_8)));
    if (extended && !marks[1].isEmpty()) {
      values.putIfAbsent(name + "-language", marks[1]);
    }
  }

  private static void append(String text, Section section, ByteArrayOutputStream octets) {
    for (int at = 0; at < text.length(); at++) {
      var c = text.charAt(at);
      if (section.encoded() && c == '%' && at + 2 < text.length() && hex(text, at + 1) >= 0) {
        octets.write(hex(text, at + 1));
        at += 2;
      } else if (c < 0x80) {
        octets.write(c);
      } else {
        var pair = Character.isHighSurrogate(c) && at + 1 < text.length() ? 2 : 1;
        octets.writeBytes(text.substring(at, at + pair).getBytes(StandardCharsets.UTF_8));
        at += pair - 1;
      }
    }
  }

  private static int hex(String text, int from) {
    var high = Character.digit(text.charAt(from), 16);
    var low = Character.digit(text.charAt(from + 1), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }
}
