package org.whence.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
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
import org.openjdk.jmh.annotations.Warmup;
import org.whence.chain.ChainListener;
import org.whence.dns.ResolverSettings;
import org.whence.investigation.Investigation;
import org.whence.investigation.Investigator;
import org.whence.investigation.Options;
import org.whence.investigation.SampleCase;

/// How long a report of the sample case takes in each format, in a program that is warm; the PDF
/// should take less than two seconds. What large cases take is told by `src/bench/reports.py`.
///
///     mvn -q -Pbench test-compile exec:exec@bench -Dbench=Report
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
public class ReportBenchmark {
  /// In which.
  @Param public Format format = Format.TEXT;

  private Investigation sample = found();

  private static Investigation found() {
    try (var resolution = SampleCase.resolution(ResolverSettings.defaults())) {
      return new Investigator(resolution, InstantSource.system(), Options.defaults())
          .investigate(SampleCase.input(), ChainListener.NONE);
    } catch (IOException e) {
      throw new IllegalStateException("the sample case is in the program", e);
    }
  }

  /// Investigates it once.
  @Setup(Level.Trial)
  public void investigate() {
    sample = found();
  }

  /// Writes it into memory.
  @Benchmark
  public int write() throws IOException {
    var out = new ByteArrayOutputStream();
    Report.write(sample, format, ReportOptions.defaults(format), out);
    return out.size();
  }
}
