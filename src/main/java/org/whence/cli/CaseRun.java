package org.whence.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.whence.casefile.CaseFile;
import org.whence.casefile.CaseWriter;
import org.whence.casefile.Judged;
import org.whence.casefile.Recorded;
import org.whence.casefile.WholeFile;
import org.whence.chain.ChainListener;
import org.whence.dns.Resolution;
import org.whence.investigation.Investigation;
import org.whence.investigation.Investigator;
import org.whence.investigation.Options;

/// Investigates a subject, and saves it as a case where that is wanted. One that comes out of a
/// case is judged by it, and by its recording unless somebody else is to be asked.
final class CaseRun {
  private static final InstantSource CLOCK = InstantSource.system();

  private final Console console;
  private final Subject subject;
  private final Optional<Path> file;

  /// @param file where to save a case
  CaseRun(Console console, Subject subject, Optional<Path> file) {
    this.console = console;
    this.subject = subject;
    this.file = file;
  }

  /// What is to be judged by where somebody is asked now.
  ///
  /// @throws CommandException where the command says otherwise than the case
  static Options options(Subject subject, RunOptions run, Console console) throws CommandException {
    var own = run.options();
    if (subject.kept().isEmpty()) {
      return own.withKeys(run.history(console));
    }
    if (!own.withAsking(true).equals(Options.defaults()) || !run.keys.isEmpty()) {
      throw new CommandException(
          ExitStatus.USAGE,
          "a case is judged by its own settings; leave out --ip, --at and what else they hold, or"
              + " check its mail");
    }
    var kept = subject.kept().get().options();
    return kept.withAsking(own.asking() && (kept.asking() || run.asking.asksSomebody()));
  }

  /// Asks whom it is told to.
  Investigation ask(Resolution resolution, Options options, RunOptions run, ChainListener listener)
      throws CommandException {
    if (file.isEmpty()) {
      return new Investigator(resolution, CLOCK, options).investigate(subject.input(), listener);
    }
    var keys =
        subject.kept().isPresent()
            ? subject.kept().get().keys()
            : options.keys().isEmpty() ? new byte[0] : run.heard();
    var asked = new Recorded.Asked(resolution, options, keys);
    var recorded = Recorded.of(subject.input(), asked, CLOCK, listener, subject.notes());
    save(recorded.kept());
    return recorded.investigation();
  }

  /// Asks nobody: judges by the recording in the case.
  Investigation replay(CaseFile kept, RunOptions run, ChainListener listener)
      throws CommandException {
    options(subject, run, console);
    var name = subject.input().source().name();
    try (var resolution = kept.resolution(name, CLOCK)) {
      resolution.onWarning(console::tell);
      var investigation = kept.investigate(resolution, CLOCK, listener);
      tell(kept, kept.judgedOtherwise(investigation));
      if (run.asking.record != null) {
        WholeFile.write(run.asking.record, true, out -> out.write(kept.recording()));
      }
      save(kept);
      return investigation;
    } catch (IOException e) {
      throw CommandException.of(ExitStatus.IO, e);
    }
  }

  private void save(CaseFile kept) throws CommandException {
    try {
      if (file.isPresent()) {
        CaseWriter.save(kept, file.get(), false, CLOCK);
      }
    } catch (IOException e) {
      throw CommandException.of(ExitStatus.IO, e);
    }
  }

  private void tell(CaseFile kept, List<Judged> otherwise) {
    if (!otherwise.isEmpty()) {
      var first = otherwise.getFirst();
      console.tell(
          "%d verdicts are not those that Whence %s recorded; the first, at step %s: %s (%s)"
              .formatted(
                  otherwise.size(),
                  kept.provenance().version(),
                  first.path(),
                  first.verdict(),
                  first.reason()));
    }
  }
}
