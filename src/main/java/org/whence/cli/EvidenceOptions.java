package org.whence.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whence.investigation.CaseMark;
import org.whence.report.Format;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of `check` that ask for something beside the results: what would be asked, what
/// changed since, what was hashed.
final class EvidenceOptions {
  @Option(
      names = "--plan",
      description =
          "send nothing, and list what would be asked, whom, and who would see it; with -r and"
              + " --replay, as if the recording's answers came")
  boolean plan;

  @Option(
      names = "--compare",
      description = "ask again, and show what changed since the recording of --replay")
  boolean compare;

  @Mixin HistoryOptions history = new HistoryOptions();

  @Option(
      names = "--canonical",
      paramLabel = "DIR",
      description = "also write what the signatures of a mail hash into this folder")
  @Nullable Path canonical;

  /// Whether something is asked for in place of the results.
  boolean chosen() {
    return plan || compare;
  }

  private static boolean isCase(String input) {
    return input.endsWith(CaseMark.ENDING);
  }

  /// Tells what is wrong with the options together, before anything is done.
  void check(RunOptions run, List<Format> formats, boolean resume, List<String> inputs)
      throws CommandException {
    if (plan && compare) {
      throw new CommandException(
          ExitStatus.USAGE, "--plan and --compare exclude each other; choose one");
    }
    var ofPages = formats.stream().allMatch(Format::isOfPages);
    if ((chosen() || run.asking.repeats() > 0) && (!ofPages || resume)) {
      throw new CommandException(
          ExitStatus.USAGE,
          "--plan, --compare and --repeat: choose one of the formats "
              + OutputOptions.names(Format::isOfPages)
              + ", and no --resume");
    }
    if (plan) {
      run.asking.planned();
    } else if (compare) {
      // A case has its recording in it.
      if (run.asking.replay != null || inputs.stream().noneMatch(EvidenceOptions::isCase)) {
        run.asking.before();
      }
      run.asking.now();
    } else {
      run.asking.settings();
    }
  }
}
