package org.whence.investigation;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.whence.ip.AddressLiteral;

/// The addresses of a list as they stand there, line by line; what was not understood is told on
/// the way.
final class AddressPass implements Closeable {
  /// Of digits and dots alone.
  private static final int LONGEST = 15;

  private final ListLines lines;
  private final Consumer<Problem> problems;
  private final AddressList found = new AddressList();
  private final Repairs repairs = new Repairs();
  private final AddressReading reading = new AddressReading(found, repairs);
  private final Queue<AddressEntry> ofLine = new ArrayDeque<>();

  AddressPass(ListLines lines, Consumer<Problem> problems) {
    this.lines = lines;
    this.problems = problems;
  }

  /// The next address, as often as it stands there, or null at the end.
  @Nullable AddressEntry next() throws IOException {
    while (ofLine.isEmpty()) {
      var line = lines.next();
      if (line == null) {
        found.linesWithout().ifPresent(problems);
        return null;
      }
      var alone = alone(line);
      if (alone.isPresent()) {
        return new AddressEntry(alone.get(), Optional.empty(), new Place(lines.number(), 1), 1);
      }
      reading.line(new Lines.Line(line, lines.number(), 0, line.length(), line.length()));
      if (lines.isCut()) {
        var place = new Place(lines.number(), 1);
        problems.accept(Problem.of(Problem.Kind.LINE_TOO_LONG, place, "", ListLines.MAX_LINE));
      }
      found.takeProblems().forEach(problems);
      ofLine.addAll(found.takeEntries());
    }
    return ofLine.remove();
  }

  /// What a line is that is an address and nothing else, as nearly all lines of long lists are.
  private static Optional<AddressLiteral> alone(String line) {
    return line.length() <= LONGEST && PieceReader.isPlain(line)
        ? AddressLiteral.find(line)
        : Optional.empty();
  }

  List<Repair> repairs() {
    return repairs.list();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
