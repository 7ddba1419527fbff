package org.whence.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// How long a search takes among 100,000 cases of 20 things each: one that a single case has, one
/// that many have, the beginning of what all have, two words, and one that none has.
///
///     mvn -q -Pbench test-compile exec:exec@bench -Dbench=History
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 3)
public class HistoryBenchmark {
  private static final int CASES = 100_000;
  private static final int TOGETHER = 5_000;

  /// What is searched for.
  @Param({"mail77777.example", "192.0.2.7", "ma", "invoice softfail", "nothing"})
  public String words = "";

  private Path folder = Path.of("");
  private Optional<History> history = Optional.empty();

  /// Fills a database.
  @Setup(Level.Trial)
  public void fill() throws IOException {
    folder = Files.createTempDirectory("whence-history");
    var open = History.open(folder.resolve("history.db"), InstantSource.system());
    var random = new Random(1);
    for (var first = 0; first < CASES; first += TOGETHER) {
      var entries = new ArrayList<Entry>();
      for (var number = first; number < first + TOGETHER; number++) {
        entries.add(entry(number, random));
      }
      open.keep(entries);
    }
    history = Optional.of(open);
  }

  private static Entry entry(int number, Random random) {
    var traits = new HashSet<Trait>();
    traits.add(new Trait(Trait.Kind.NAME, "mail" + number + ".example"));
    for (var i = 0; i < 6; i++) {
      traits.add(new Trait(Trait.Kind.ADDRESS, "192.0.2." + random.nextInt(256)));
      traits.add(new Trait(Trait.Kind.NAME, "host" + random.nextInt(20_000) + ".example.net"));
      traits.add(new Trait(Trait.Kind.HELO, "helo" + random.nextInt(20_000) + ".example.org"));
    }
    traits.add(new Trait(Trait.Kind.DKIM_DOMAIN, "signer" + random.nextInt(5_000) + ".example"));
    return new Entry(
        "2026-01-01-" + number,
        Instant.ofEpochSecond(1_700_000_000L + number),
        "%064x".formatted(number),
        "mail" + number + ".eml",
        Optional.of("Your invoice " + random.nextInt(10_000)),
        Optional.of("Accounts <accounts@sender" + random.nextInt(9_000) + ".example>"),
        Optional.empty(),
        Map.of("spf", random.nextBoolean() ? "softfail" : "pass", "dmarc", "fail"),
        traits);
  }

  /// A search for the 50 newest.
  @Benchmark
  public List<Entry> search() throws IOException {
    return history.orElseThrow().search(words, 50);
  }

  /// Takes the database away.
  @TearDown(Level.Trial)
  public void remove() throws IOException {
    history.orElseThrow().close();
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
