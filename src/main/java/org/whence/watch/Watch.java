package org.whence.watch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.whence.casefile.Recorded;
import org.whence.investigation.Input;
import org.whence.report.Format;
import org.whence.report.ReportOptions;

/// Makes cases of the mails that come into a folder, until its thread is interrupted.
public final class Watch {
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final String LEDGER = "done.sha256";
  private static final String LOCK = ".whence-watch.lock";

  private final Wanted wanted;
  private final InstantSource clock;
  private final Consumer<Outcome> told;

  /// What is wanted.
  ///
  /// @param from the folder that mails come into
  /// @param to the folder for cases and reports; another one
  /// @param reports the reports beside each case, and how each looks
  /// @param settle how long a file must stay as it is to be taken
  public record Wanted(Path from, Path to, Map<Format, ReportOptions> reports, Duration settle) {
    public Wanted {
      reports = Collections.unmodifiableMap(new LinkedHashMap<>(reports));
    }
  }

  /// Investigates a mail.
  @FunctionalInterface
  public interface Investigates {
    /// Investigates it, and keeps what was said.
    ///
    /// @param file where the case will be
    Recorded with(Input input, Path file);
  }

  /// What became of a file.
  ///
  /// @param cases how many cases came of it
  /// @param failure in a line that names it: why it could not be investigated, and was moved aside;
  ///   or of a report, why that cannot be had of its case
  public record Outcome(Path file, int cases, Optional<String> failure) {
    /// The same in a line; names of files are hostile.
    public String line() {
      return failure.orElseGet(
          () -> file.getFileName() + ": done, " + (cases == 1 ? "1 case" : cases + " cases"));
    }
  }

  /// @param told hears of each file
  public Watch(Wanted wanted, InstantSource clock, Consumer<Outcome> told) {
    this.wanted = wanted;
    this.clock = clock;
    this.told = told;
  }

  /// Does what is there and what comes.
  ///
  /// @param once whether to end once all that is there is done
  /// @return whether everything could be investigated; what could not was moved aside
  /// @throws IOException in one line, where a folder cannot be used or nothing can be written
  public boolean run(boolean once, Investigates how) throws IOException, InterruptedException {
    var from = wanted.from();
    if (!Files.isDirectory(from)) {
      throw new IOException(from + ": is no folder; name one that mails come into");
    }
    try {
      Files.createDirectories(wanted.to());
    } catch (IOException e) {
      throw new IOException(
          wanted.to() + ": is no folder and cannot be made one; choose another one", e);
    }
    if (Files.isSameFile(from, wanted.to())) {
      throw new IOException(wanted.to() + ": is the folder that is watched; choose another one");
    }
    var lock = wanted.to().resolve(LOCK);
    try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var held = channel.tryLock();
        var ledger = Ledger.open(wanted.to().resolve(LEDGER))) {
      if (held == null) {
        throw taken();
      }
      return watch(once, new Mails(wanted, ledger, how, told));
    } catch (OverlappingFileLockException e) {
      throw taken();
    }
  }

  private IOException taken() {
    return new IOException(wanted.to() + ": another watch writes there; choose another folder");
  }

  private boolean watch(boolean once, Mails mails) throws IOException, InterruptedException {
    var arrivals = new Arrivals(wanted.from(), wanted.settle());
    var all = true;
    do {
      for (var file : arrivals.look(clock.instant())) {
        all &= mails.take(file);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
      if (!once || arrivals.isWaiting()) {
        Thread.sleep(PAUSE);
      }
    } while (!once || arrivals.isWaiting());
    return all;
  }
}
