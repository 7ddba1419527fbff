package org.whence.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.whence.chain.ChainListener;
import org.whence.dns.Resolution;
import org.whence.dns.ResolverSettings;
import org.whence.investigation.Comparison;
import org.whence.investigation.Investigation;
import org.whence.investigation.plan.Plan;
import org.whence.investigation.plan.Planning;
import org.whence.report.Report;

/// Investigates one case, or plans or compares it, and writes what came of it.
final class CaseCheck {
  private final Console console;
  private final RunOptions run;
  private final Resolutions resolutions;
  private final ProductOptions products;

  CaseCheck(Console console, RunOptions run, Resolutions resolutions, ProductOptions products) {
    this.console = console;
    this.run = run;
    this.resolutions = resolutions;
    this.products = products;
  }

  /// Where the answer goes.
  ///
  /// @param saved the file that the case is saved in
  record Answer(Targets targets, Optional<Path> saved) {}

  /// Does what is wanted, and returns the exit status.
  int one(Subject subject, EvidenceOptions wanted, Answer answer)
      throws CommandException, IOException {
    var targets = answer.targets();
    if (wanted.plan) {
      var plan = plan(subject);
      targets.each(target -> Report.write(plan, target.format(), target.look(), target.out()));
      return ExitStatus.OK;
    }
    if (wanted.compare) {
      var alone = new CaseRun(console, subject, Optional.empty());
      var before = before(alone, subject);
      var comparison = Comparison.of(before, ask(alone, subject, run.asking.now()));
      targets.each(
          target -> Report.write(comparison, target.format(), target.look(), target.out()));
      return ExitStatus.of(comparison);
    }
    var found = investigate(new CaseRun(console, subject, answer.saved()), subject);
    var investigation = wanted.history.remember(found, answer.saved(), console);
    targets.each(target -> {
      var look = target.look().withNotes(subject.notes());
      if (target.format().isOfRows()) {
        Report.rows(investigation, target.format(), look, target.out());
      } else {
        Report.write(investigation, target.format(), look, target.out());
      }
    });
    if (wanted.canonical != null) {
      canonical(investigation, wanted.canonical);
    }
    products.write(investigation, console);
    return ExitStatus.of(investigation);
  }

  private void canonical(Investigation investigation, Path folder) throws CommandException {
    try {
      if (new CanonicalFiles(folder).write(investigation) == 0) {
        console.tell("--canonical: nothing was written; the input has no signature");
      }
    } catch (IOException e) {
      throw CommandException.of(ExitStatus.IO, e);
    }
  }

  private Plan plan(Subject subject) throws CommandException {
    var settings = run.asking.planned();
    try (var lease = resolutions.lease(settings, run.asking.others(settings))) {
      var expected = run.asking.expected();
      if (expected.isEmpty()) {
        return plan(subject, lease.resolution(), Optional.empty());
      }
      try (var recording = resolutions.lease(expected.get())) {
        return plan(subject, lease.resolution(), Optional.of(recording.resolution()));
      }
    }
  }

  private Plan plan(Subject subject, Resolution resolution, Optional<Resolution> expected)
      throws CommandException {
    var options = CaseRun.options(subject, run, console);
    return new Planning(resolution, expected, InstantSource.system(), options)
        .plan(subject.input());
  }

  /// A case answers for itself where nobody else is named.
  private Investigation investigate(CaseRun one, Subject subject) throws CommandException {
    return subject.kept().isPresent() && !run.asking.chosen()
        ? one.replay(subject.kept().get(), run, ChainListener.NONE)
        : ask(one, subject, run.asking.settings());
  }

  private Investigation before(CaseRun one, Subject subject) throws CommandException {
    return subject.kept().isPresent() && run.asking.replay == null
        ? one.replay(subject.kept().get(), run, ChainListener.NONE)
        : ask(one, subject, run.asking.before());
  }

  private Investigation ask(CaseRun one, Subject subject, ResolverSettings settings)
      throws CommandException {
    var options = CaseRun.options(subject, run, console);
    try (var lease = resolutions.lease(settings, run.asking.others(settings))) {
      var progress = Progress.on(console);
      var investigation = one.ask(lease.resolution(), options, run, progress);
      Progress.end(progress);
      return investigation;
    }
  }
}
