package org.whence.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.whence.dns.Resolution;
import org.whence.dns.ResolverSettings;
import org.whence.investigation.Comparison;
import org.whence.investigation.Input;
import org.whence.investigation.Investigation;
import org.whence.investigation.Investigator;
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

  /// Does what is wanted, and returns the exit status.
  int one(Input input, EvidenceOptions wanted, Targets targets)
      throws CommandException, IOException {
    if (wanted.plan) {
      var plan = plan(input);
      for (var target : targets.all()) {
        Report.write(plan, target.format(), target.look(), target.out());
      }
      return ExitStatus.OK;
    }
    if (wanted.compare) {
      var before = investigate(input, run.before());
      var comparison = Comparison.of(before, investigate(input, run.now()));
      for (var target : targets.all()) {
        Report.write(comparison, target.format(), target.look(), target.out());
      }
      return ExitStatus.of(comparison);
    }
    var investigation = investigate(input, run.settings());
    for (var target : targets.all()) {
      if (target.format().isOfRows()) {
        Report.rows(investigation, target.format(), target.look(), target.out());
      } else {
        Report.write(investigation, target.format(), target.look(), target.out());
      }
    }
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

  private Plan plan(Input input) throws CommandException {
    var settings = run.planned();
    try (var lease = resolutions.lease(settings, run.others(settings))) {
      var expected = run.expected();
      if (expected.isEmpty()) {
        return plan(input, lease.resolution(), Optional.empty());
      }
      try (var recording = resolutions.lease(expected.get())) {
        return plan(input, lease.resolution(), Optional.of(recording.resolution()));
      }
    }
  }

  private Plan plan(Input input, Resolution resolution, Optional<Resolution> expected)
      throws CommandException {
    return new Planning(resolution, expected, InstantSource.system(), run.options()).plan(input);
  }

  private Investigation investigate(Input input, ResolverSettings settings)
      throws CommandException {
    try (var lease = resolutions.lease(settings, run.others(settings))) {
      var progress = Progress.on(console);
      var investigation =
          new Investigator(
                  lease.resolution(),
                  InstantSource.system(),
                  run.options().withKeys(run.history(console)))
              .investigate(input, progress);
      Progress.end(progress);
      return investigation;
    }
  }
}
