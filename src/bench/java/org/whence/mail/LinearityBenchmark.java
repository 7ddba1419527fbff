package org.whence.mail;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The worst shapes of input in doubling sizes: how many characters are read in a microsecond of
/// the processor. A parser is linear where that stays the same from size to size, or rises; twice
/// the size at half the rate would be quadratic.
///
/// All sizes of a shape are read in turn in one JVM, so that each finds the parser equally warm,
/// and what other programs take of the machine does not count.
@BenchmarkMode(Mode.AverageTime)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 1, time = 2)
@Fork(value = 1, jvmArgsAppend = "--sun-misc-unsafe-memory-access=allow")
public class LinearityBenchmark {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /// A shape in its sizes.
  @State(Scope.Benchmark)
  public static class Texts {
    /// Which.
    @Param public Shape shape = Shape.RECEIVED_NESTED_COMMENTS;

    private List<String> texts = List.of();

    /// Makes them, the shortest first.
    @Setup
    public void make() {
      texts = Stream.of(16, 8, 4, 2, 1).map(part -> shape.text(shape.largest() / part)).toList();
    }
  }

  /// Characters in a microsecond, by the size as a part of the largest. JMH adds up what several
  /// iterations return, so there is one.
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Rates {
    private final long[] characters = new long[5];
    private final long[] nanoseconds = new long[5];

    /// Forgets the warm-up.
    @Setup(Level.Iteration)
    public void reset() {
      Arrays.fill(characters, 0);
      Arrays.fill(nanoseconds, 0);
    }

    public double of1Sixteenth() {
      return rate(0);
    }

    public double of2Eighth() {
      return rate(1);
    }

    public double of3Quarter() {
      return rate(2);
    }

    public double of4Half() {
      return rate(3);
    }

    public double of5Whole() {
      return rate(4);
    }

    private double rate(int size) {
      return 1000.0 * characters[size] / Math.max(1, nanoseconds[size]);
    }
  }

  /// Reads the text in each size once.
  @Benchmark
  public void read(Texts texts, Rates rates) {
    for (int size = 0; size < texts.texts.size(); size++) {
      var text = texts.texts.get(size);
      var began = THREADS.getCurrentThreadCpuTime();
      texts.shape.parse(text);
      rates.nanoseconds[size] += THREADS.getCurrentThreadCpuTime() - began;
      rates.characters[size] += text.length();
    }
  }
}
