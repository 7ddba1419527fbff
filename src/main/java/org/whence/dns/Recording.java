package org.whence.dns;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whence.dns.RecordedValidation.Reference;

/// A recording as it was read: the DNS that an investigation rested on, one exchange a line.
///
/// @param entries what came of each question, in the order of the lines
/// @param vias who was asked, where the lines tell of several, in the order of the lines
/// @param damaged a line for each line that is damaged and left out, or in doubt: file, number and
///   cause. The rest is used
record Recording(Map<Question, List<Entry>> entries, List<String> vias, List<String> damaged) {
  /// The longest line in octets; the largest message is 64 KiB, and stands there as base64 and as
  /// text with escapes.
  static final int LONGEST_LINE = 1 << 20;

  /// How many damaged lines, and how many in doubt, are told one by one.
  static final int MOST_TOLD = 20;

  /// A line.
  ///
  /// @param step the step that asked, see [Resolver#resolve(Question, String)]; empty where it is
  ///   not known
  /// @param via which of several resolvers was asked, in a line; empty where there is but one
  record Entry(String step, String via, Exchange exchange) {}

  Recording {
    entries = Map.copyOf(entries);
    vias = List.copyOf(vias);
    damaged = List.copyOf(damaged);
  }

  /// Reads a recording out of a file.
  ///
  /// @param now when exchanges were asked whose lines do not tell
  /// @throws IOException in one line that names the file, if it cannot be read, or no line of it is
  ///   one of a recording
  static Recording read(Path file, Instant now) throws IOException {
    try {
      if (Files.isDirectory(file)) {
        throw new IOException("is a directory, not a recording");
      }
      try (var in = Files.newInputStream(file)) {
        return read(in, MasterFiles.fileName(file), now);
      }
    } catch (IOException e) {
      throw OneLine.about(file, e);
    }
  }

  /// Reads a recording to its end; the stream stays open.
  ///
  /// @param file what the recording is called in messages and as a server
  /// @param now when exchanges were asked whose lines do not tell
  /// @throws IOException if the stream cannot be read, or no line of it is one of a recording
  static Recording read(InputStream in, String file, Instant now) throws IOException {
    var reader = new Reader(OneLine.of(file), now);
    reader.readAll(new BufferedInputStream(in));
    return reader.recording();
  }

  /// A line before all lines are known.
  private record Line(Entry entry, Optional<RecordedValidation> validation) {
    Entry validated(Map<Reference, Exchange> others) {
      var exchange = entry.exchange();
      return validation
          .map(recorded -> recorded.of(at -> Optional.ofNullable(others.get(at))))
          .map(how -> new Entry(entry.step(), entry.via(), exchange.validated(how)))
          .orElse(entry);
    }
  }

  /// All exchanges of a recording so far.
  private static final class Reader {
    private final String file;
    private final Instant now;
    private final Map<Question, List<Line>> entries = new LinkedHashMap<>();
    private final Set<String> vias = new LinkedHashSet<>();
    private final Told damaged = new Told();
    private final Told doubtful = new Told();
    private int number;

    Reader(String file, Instant now) {
      this.file = file;
      this.now = now;
    }

    void readAll(InputStream in) throws IOException {
      var line = new ByteArrayOutputStream();
      var tooLong = false;
      for (var octet = in.read(); octet >= 0; octet = in.read()) {
        if (octet == '\n') {
          readLine(line.toByteArray(), tooLong);
          line.reset();
          tooLong = false;
        } else if (line.size() < LONGEST_LINE) {
          line.write(octet);
        } else {
          tooLong = true;
        }
      }
      readLine(line.toByteArray(), tooLong);
    }

    private void readLine(byte[] line, boolean tooLong) {
      number++;
      if (isBlank(line)) {
        return;
      }
      try {
        if (tooLong) {
          throw new IOException("longer than " + LONGEST_LINE + " octets");
        }
        var parsed = RecordingLine.parse(line);
        var entry = parsed.entry("recording:" + file, now);
        if (!Agreement.holds(entry.exchange())) {
          doubtful.add(
              "is in doubt: its response says something else than its records, which are used");
        }
        entries
            .computeIfAbsent(entry.exchange().question(), _ -> new ArrayList<>())
            .add(new Line(entry, parsed.validation()));
        if (!entry.via().isEmpty()) {
          vias.add(entry.via());
        }
      } catch (IOException e) {
        damaged.add("is left out: " + OneLine.cause(e));
      }
    }

    private static boolean isBlank(byte[] line) {
      for (var octet : line) {
        if (octet != ' ' && octet != '\t' && octet != '\r') {
          return false;
        }
      }
      return true;
    }

    Recording recording() throws IOException {
      var told = new ArrayList<>(damaged.all("are left out"));
      if (entries.isEmpty() && !told.isEmpty()) {
        throw new IOException(
            "no recording of DNS: " + told.getFirst().substring(file.length() + 2));
      }
      told.addAll(doubtful.all("have a response that says something else than their records"));
      return new Recording(validated(), List.copyOf(vias), told);
    }

    /// Lines of which the same is to be told.
    private final class Told {
      private final List<String> lines = new ArrayList<>();
      private int count;

      void add(String what) {
        count++;
        if (count <= MOST_TOLD) {
          lines.add(file + ": line " + number + " " + what);
        }
      }

      /// The first of them, and what of how many more.
      List<String> all(String what) {
        if (count > MOST_TOLD) {
          lines.add(file + ": " + (count - MOST_TOLD) + " more lines " + what);
        }
        return lines;
      }
    }

    /// Lines may name others that stand behind them, so this waits for all of them.
    private Map<Question, List<Entry>> validated() {
      var all = entries.values().stream().flatMap(List::stream).toList();
      var byReference = new HashMap<Reference, Exchange>();
      if (all.stream().anyMatch(line -> line.validation().isPresent())) {
        all.stream()
            .map(line -> line.entry().exchange())
            .filter(exchange -> !exchange.cached())
            .forEach(exchange -> byReference.put(Reference.of(exchange), exchange));
      }
      var whole = new LinkedHashMap<Question, List<Entry>>();
      entries.forEach((question, lines) ->
          whole.put(question, lines.stream().map(line -> line.validated(byReference)).toList()));
      return whole;
    }
  }
}
