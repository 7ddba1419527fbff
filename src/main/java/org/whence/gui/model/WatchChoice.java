package org.whence.gui.model;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whence.report.Format;
import org.whence.report.Redaction;
import org.whence.report.ReportOptions;

/// A folder that is to be watched.
///
/// @param from the folder that mails come into, as it is written; empty where none was chosen
/// @param to the folder for cases and reports
/// @param formats the reports beside each case
/// @param redacted whether what is not for others is taken out of them
public record WatchChoice(String from, String to, Set<Format> formats, boolean redacted) {
  private static final String REDACTED = "redacted";

  /// Nothing was chosen yet.
  public static final WatchChoice NONE = new WatchChoice("", "", Set.of(), false);

  public WatchChoice {
    formats = Set.copyOf(formats);
  }

  /// The reports, and how each looks.
  Map<Format, ReportOptions> reports() {
    var taken = redacted ? Redaction.ALL : Set.<Redaction.Kind>of();
    return formats.stream()
        .collect(
            Collectors.toMap(
                Function.identity(), format -> ReportOptions.defaults(format).withRedacted(taken)));
  }

  /// The same as lines, to be kept: the folders, the words of the formats, and whether they are
  /// redacted.
  @Override
  public String toString() {
    var words = formats.stream().sorted().map(Format::word).collect(Collectors.joining(" "));
    return from + "\n" + to + "\n" + words + (redacted ? "\n" + REDACTED : "");
  }

  /// Reads such lines; what is none is nothing chosen.
  public static WatchChoice parse(String lines) {
    var parts = lines.split("\n", -1);
    var redacted = parts.length == 4 && parts[3].equals(REDACTED);
    if (parts.length != 3 && !redacted) {
      return NONE;
    }
    var formats = EnumSet.noneOf(Format.class);
    Stream.of(parts[2].split(" ", -1))
        .flatMap(word -> Format.byWord(word).stream())
        .forEach(formats::add);
    return new WatchChoice(parts[0], parts[1], formats, redacted);
  }
}
