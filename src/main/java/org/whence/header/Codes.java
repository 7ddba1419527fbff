package org.whence.header;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.whence.ip.Ascii;

/// The codes of filters with their meanings, read from a table of the program. The table names a
/// source for each.
public final class Codes {
  private static final String TABLE = "codes.tsv";

  private final Map<String, List<Entry>> entries;

  /// @param value the value it is about: a word; `*` for any; digits with `x` for any digit
  private record Entry(String value, String meaning, String source) {
    boolean fits(String code) {
      if (value.equals("*")) {
        return true;
      }
      if (value.length() != code.length()) {
        return false;
      }
      for (int i = 0; i < code.length(); i++) {
        var wanted = value.charAt(i);
        var isDigit = Ascii.isDigit(code.charAt(i));
        var same = Character.toLowerCase(wanted) == Character.toLowerCase(code.charAt(i));
        if (!same && !(wanted == 'x' && isDigit)) {
          return false;
        }
      }
      return true;
    }
  }

  private static final class Holder {
    static final Codes BUNDLED = read();
  }

  private Codes(Map<String, List<Entry>> entries) {
    this.entries = entries;
  }

  /// The table of the program.
  public static Codes bundled() {
    return Holder.BUNDLED;
  }

  /// The meaning of a code.
  ///
  /// @param field the field's name
  /// @param key the key within the field, or an empty text
  /// @param value what the key has
  public Optional<Code> code(String field, String key, String value) {
    return entries.getOrDefault(place(field, key), List.of()).stream()
        .filter(entry -> entry.fits(value))
        .findFirst()
        .map(entry ->
            new Code(key.isEmpty() ? value : key + ":" + value, entry.meaning(), entry.source()));
  }

  private static String place(String field, String key) {
    return (field + "\t" + key).toLowerCase(Locale.ROOT);
  }

  private static Codes read() {
    try (var in = Codes.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException(TABLE + " is not in the program");
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Codes read(BufferedReader table) throws IOException {
    var entries = new HashMap<String, List<Entry>>();
    var sources = new HashMap<String, String>();
    for (var line = table.readLine(); line != null; line = table.readLine()) {
      var columns = line.split("\t", -1);
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (columns[0].equals("source")) {
        sources.put(columns[1], columns[2]);
      } else {
        var source = sources.get(columns[4]);
        if (source == null) {
          throw new IllegalStateException(TABLE + ": no source " + columns[4]);
        }
        entries
            .computeIfAbsent(place(columns[0], columns[1]), _ -> new ArrayList<>())
            .add(new Entry(columns[2], columns[3], source));
      }
    }
    return new Codes(entries);
  }
}
