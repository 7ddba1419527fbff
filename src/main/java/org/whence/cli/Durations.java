package org.whence.cli;

import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads durations as people write them: `500ms`, `2s`, `1m`; a number alone is seconds.
final class Durations implements ITypeConverter<Duration> {
  private static final Pattern FORM = Pattern.compile("(\\d{1,7}(?:\\.\\d{1,3})?)(ms|s|m)?");
  private static final Duration LONGEST = Duration.ofHours(1);

  @Override
  public Duration convert(String text) {
    return read(text);
  }

  /// @throws TypeConversionException where this is no duration between 1 ms and an hour
  static Duration read(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      throw new TypeConversionException("'" + text + "' is no duration; write 500ms, 2s or 1m");
    }
    var unit = form.group(2) == null ? "s" : form.group(2);
    var millis =
        switch (unit) {
          case "ms" -> 1.0;
          case "m" -> 60_000.0;
          default -> 1000.0;
        };
    var duration = Duration.ofMillis(Math.round(Double.parseDouble(form.group(1)) * millis));
    if (duration.isZero() || duration.compareTo(LONGEST) > 0) {
      throw new TypeConversionException("'" + text + "' is not between 1 ms and 1 hour");
    }
    return duration;
  }
}
