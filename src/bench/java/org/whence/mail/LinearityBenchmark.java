package org.whence.mail;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The worst shapes of input in doubling sizes: `bytes` is how many a microsecond are read. A
/// parser is linear where that stays the same from size to size; twice the size at half the rate
/// would be quadratic. Fields of results and of Received are read up to 64 KiB; their shapes do not
/// grow beyond that.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--sun-misc-unsafe-memory-access=allow")
public class LinearityBenchmark {
  /// A shape in a size.
  @State(Scope.Benchmark)
  public static class Text {
    /// Which.
    @Param public Shape shape = Shape.RECEIVED_NESTED_COMMENTS;

    /// How many characters.
    @Param({"16384", "32768", "65536", "262144", "1048576"})
    public int size = 16384;

    private String text = "";

    /// Makes it.
    @Setup
    public void make() {
      text = shape.text(size);
    }
  }

  /// What was read.
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Read {
    /// How many characters.
    public long bytes;
  }

  /// Reads the text once.
  @Benchmark
  public void read(Text text, Read read) {
    text.shape.parse(text.text);
    read.bytes += text.text.length();
  }
}
