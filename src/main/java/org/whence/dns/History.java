package org.whence.dns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What was answered before, by recordings. Nothing in it is asked; whoever uses an answer says
/// when it was heard.
public final class History {
  /// Nothing was heard before.
  public static final History NONE = new History(Map.of(), List.of());

  private final Map<Question, List<Exchange>> heard;
  private final List<String> damaged;

  private History(Map<Question, List<Exchange>> heard, List<String> damaged) {
    this.heard = heard;
    this.damaged = List.copyOf(damaged);
  }

  /// Reads recordings.
  ///
  /// @param now when exchanges were asked whose lines do not tell
  /// @throws IOException in one line that names the file, if one cannot be read, or is none
  public static History read(Collection<Path> files, Instant now) throws IOException {
    var heard = new HashMap<Question, List<Exchange>>();
    var damaged = new ArrayList<String>();
    for (var file : files) {
      var recording = Recording.read(file, now);
      damaged.addAll(recording.damaged());
      recording.entries().forEach((question, entries) -> add(heard, question, entries));
    }
    return sorted(heard, damaged);
  }

  /// Reads a recording that was kept.
  ///
  /// @param name what it is called
  /// @throws IOException if it is none
  public static History of(byte[] octets, String name, Instant now) throws IOException {
    var recording = Recording.read(new ByteArrayInputStream(octets), name, now);
    var heard = new HashMap<Question, List<Exchange>>();
    recording.entries().forEach((question, entries) -> add(heard, question, entries));
    return sorted(heard, recording.damaged());
  }

  private static void add(
      Map<Question, List<Exchange>> heard, Question question, List<Recording.Entry> entries) {
    var all = heard.computeIfAbsent(question, _ -> new ArrayList<>());
    entries.forEach(entry -> all.add(entry.exchange()));
  }

  private static History sorted(Map<Question, List<Exchange>> heard, List<String> damaged) {
    heard.values().forEach(all -> all.sort(Comparator.comparing(Exchange::asked)));
    return new History(Map.copyOf(heard), damaged);
  }

  /// Whether nothing was heard.
  public boolean isEmpty() {
    return heard.isEmpty();
  }

  /// The answers to a question, the oldest first; what failed tells nothing and is left out.
  public List<Exchange> of(Question question) {
    return heard.getOrDefault(question, List.of()).stream()
        .filter(exchange -> !(exchange.answer() instanceof Answer.Failed))
        .toList();
  }

  /// A line for each line of a file that is damaged and was left out, or is in doubt.
  public List<String> damaged() {
    return damaged;
  }
}
