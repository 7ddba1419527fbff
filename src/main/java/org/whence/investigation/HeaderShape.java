package org.whence.investigation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Finds the header of a mail in a text, in one pass.
///
/// At the beginning of the text, behind empty lines and the separator of an mbox, a header is one
/// field that programs alone write, or two different fields that mails have. Further down, it takes
/// a Received field: people write "From:" and "Date:" into notes of their own.
final class HeaderShape {
  /// How many lines at the beginning may pass before two telling fields have been seen.
  private static final int PATIENCE = 500;

  private static final int ENOUGH = 2;

  /// A header.
  ///
  /// @param first its first line
  /// @param skipped how many lines with something in them are before it
  record Header(Lines.Line first, int skipped) {}

  private final Set<String> telling = new HashSet<>();
  private Optional<Header> run = Optional.empty();
  private boolean inFirst = true;
  private boolean inTrace;
  private int seen;

  private HeaderShape() {}

  /// @param anywhere whether it may be further down
  static Optional<Header> find(String text, boolean anywhere) {
    var shape = new HeaderShape();
    for (var line : new Lines(text)) {
      if (shape.isFound(line)) {
        return shape.run;
      }
      if (!anywhere && !shape.inFirst) {
        break;
      }
    }
    return Optional.empty();
  }

  /// The header of a text that is said to be a mail: there, one field that mails have is enough,
  /// where the text begins with it.
  static Optional<Header> beginning(String text) {
    for (var line : new Lines(text)) {
      if (!line.isBlank()) {
        return FieldNames.of(line).filter(FieldNames::isKnown).map(_ -> new Header(line, 0));
      }
    }
    return Optional.empty();
  }

  private boolean isFound(Lines.Line line) {
    if (line.isBlank()) {
      endRun();
      return false;
    }
    var name = FieldNames.of(line);
    if (name.isEmpty()
        && seen == 0
        && (line.text().startsWith("From ") || line.text().startsWith(">From "))) {
      return false;
    }
    if (name.isPresent() && run.isEmpty()) {
      run = Optional.of(new Header(line, seen));
    } else if (name.isEmpty() && !line.isFolded() && !inFirst && !inTrace) {
      run = Optional.empty();
    }
    // What is no field behind one that servers write is a fold that was lost.
    inTrace = name.map(FieldNames::isTrace).orElse(inTrace);
    seen++;
    return name.isPresent() && isTelling(name.get(), line);
  }

  private void endRun() {
    run = Optional.empty();
    inTrace = false;
    if (seen > 0) {
      inFirst = false;
    }
  }

  private boolean isTelling(String name, Lines.Line line) {
    if (FieldNames.isReceived(name, line)) {
      return true;
    }
    // Lines before the first field are no header, however mail-like what follows is.
    var first = inFirst && run.stream().allMatch(header -> header.skipped() == 0);
    if (first && seen <= PATIENCE && FieldNames.isTelling(name, line)) {
      telling.add(name);
    }
    return first && (FieldNames.isCertain(name) || telling.size() >= ENOUGH);
  }
}
