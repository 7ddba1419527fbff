package org.whence.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The forms that a report has. A report that is added is a constant here and a writer class.
public enum Format {
  /// The tree as lines of text.
  TEXT("txt"),
  /// Everything, for programs.
  JSON("json"),
  /// A row an address, for spreadsheets.
  CSV("csv"),
  /// One self-contained page, for the file of the case.
  HTML("html");

  private final String ending;

  Format(String ending) {
    this.ending = ending;
  }

  /// The word of the command line, such as `text`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The usual ending of a file, without the dot.
  public String ending() {
    return ending;
  }

  /// Whether results are written one by one, a line each, however long a list is.
  public boolean isOfRows() {
    return this == JSON || this == CSV;
  }

  /// The format of a word of the command line, in any case.
  public static Optional<Format> byWord(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equalsIgnoreCase(word)).findAny();
  }

  /// The format that a file's ending tells, in any case, without the dot.
  public static Optional<Format> byEnding(String ending) {
    if ("htm".equalsIgnoreCase(ending)) {
      return Optional.of(HTML);
    }
    if ("jsonl".equalsIgnoreCase(ending)) {
      return Optional.of(JSON);
    }
    return Arrays.stream(values())
        .filter(format -> format.ending.equalsIgnoreCase(ending))
        .findAny();
  }
}
