package org.whence.gui.model;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whence.report.Format;

/// A folder that is to be watched.
///
/// @param from the folder that mails come into, as it is written; empty where none was chosen
/// @param to the folder for cases and reports
/// @param formats the reports beside each case
public record WatchChoice(String from, String to, Set<Format> formats) {
  /// Nothing was chosen yet.
  public static final WatchChoice NONE = new WatchChoice("", "", Set.of());

  public WatchChoice {
    formats = Set.copyOf(formats);
  }

  /// The same as lines, to be kept: the folders, and the words of the formats.
  @Override
  public String toString() {
    var words = formats.stream().sorted().map(Format::word).collect(Collectors.joining(" "));
    return from + "\n" + to + "\n" + words;
  }

  /// Reads such lines; what is none is nothing chosen.
  public static WatchChoice parse(String lines) {
    var parts = lines.split("\n", -1);
    if (parts.length != 3) {
      return NONE;
    }
    var formats = EnumSet.noneOf(Format.class);
    Stream.of(parts[2].split(" ", -1))
        .flatMap(word -> Format.byWord(word).stream())
        .forEach(formats::add);
    return new WatchChoice(parts[0], parts[1], formats);
  }
}
