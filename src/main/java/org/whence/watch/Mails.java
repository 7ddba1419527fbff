package org.whence.watch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.whence.casefile.CaseFile;
import org.whence.casefile.CaseReader;
import org.whence.casefile.CaseWriter;
import org.whence.casefile.FileProblem;
import org.whence.casefile.SafeName;
import org.whence.casefile.WholeFile;
import org.whence.chain.ChainListener;
import org.whence.investigation.Contents;
import org.whence.investigation.Input;
import org.whence.investigation.InputFile;
import org.whence.investigation.Investigation;
import org.whence.investigation.Opened;
import org.whence.investigation.Opener;
import org.whence.investigation.Recognised;
import org.whence.investigation.Source;
import org.whence.mail.container.Passwords;
import org.whence.report.Format;
import org.whence.report.InputWording;
import org.whence.report.Report;
import org.whence.report.ReportOptions;
import org.whence.report.ReportProblem;
import org.whence.report.Wording;

/// Makes cases and reports of files, one after the other. Everything is written whole or not at
/// all, the case first, and the ledger when all of a file is done.
final class Mails {
  private static final int DIGITS = 12;
  private static final InstantSource CLOCK = InstantSource.system();

  private final Watch.Wanted wanted;
  private final Ledger ledger;
  private final Watch.Investigates how;
  private final Consumer<Watch.Outcome> told;
  private final InputWording words = new InputWording(Wording.load());

  Mails(Watch.Wanted wanted, Ledger ledger, Watch.Investigates how, Consumer<Watch.Outcome> told) {
    this.wanted = wanted;
    this.ledger = ledger;
    this.how = how;
    this.told = told;
  }

  /// Why a file cannot be investigated, in one line.
  private static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    Unfit(String why) {
      super(why);
    }
  }

  /// Takes a file.
  ///
  /// @return whether it could be investigated, or was before
  /// @throws IOException where something cannot be written
  boolean take(Path file) throws IOException, InterruptedException {
    Contents contents;
    try {
      contents = InputFile.contents(file);
    } catch (IOException e) {
      if (e.getCause() instanceof NoSuchFileException) {
        return true;
      }
      return aside(file, String.valueOf(e.getMessage()));
    }
    if (ledger.has(contents.sha256())) {
      return true;
    }
    try {
      var opened = new Opener(Passwords.NONE).open(Source.file(file), contents);
      var count = all(opened, name(file));
      if (count == 0) {
        throw new Unfit(file.getFileName() + ": holds no mail");
      }
      ledger.add(contents.sha256(), name(file));
      told.accept(new Watch.Outcome(file, count, Optional.empty()));
      return true;
    } catch (Unfit e) {
      return aside(file, String.valueOf(e.getMessage()));
    }
  }

  private int all(Opened opened, String name) throws Unfit, IOException, InterruptedException {
    return switch (opened) {
      case Opened.Case(var input) -> one(input, name);
      case Opened.CaseFile _ -> throw new Unfit(name + ": is a case already, and no mail");
      case Opened.Several(_, var enclosed, var omissions) -> {
        if (!omissions.isEmpty() && enclosed.isEmpty()) {
          throw new Unfit(
              words.omission(((Opened.Several) opened).container(), omissions.getFirst()));
        }
        var count = 0;
        for (var each : enclosed) {
          Opened inner;
          try {
            inner = each.open();
          } catch (IOException e) {
            throw new Unfit(String.valueOf(e.getMessage()));
          }
          if (!(inner instanceof Opened.Case(var input)
              && input.recognised() instanceof Recognised.Nothing)) {
            count += all(inner, name);
          }
        }
        yield count;
      }
    };
  }

  private int one(Input input, String name) throws Unfit, IOException, InterruptedException {
    if (input.recognised() instanceof Recognised.Nothing nothing) {
      throw new Unfit(words.nothing(input, nothing));
    }
    var stem = name + "-" + input.sha256().substring(0, DIGITS);
    var file = wanted.to().resolve(stem + ".whence");
    // A watch that was ended between a case and its reports does not ask again.
    var investigation = Files.exists(file) ? known(file) : asked(input, file);
    for (var report : wanted.reports().entrySet()) {
      var beside = wanted.to().resolve(stem + "." + report.getKey().ending());
      report(investigation, beside, report.getKey(), report.getValue());
    }
    return 1;
  }

  private Investigation asked(Input input, Path file) throws IOException, InterruptedException {
    var recorded = how.with(input, file);
    if (recorded.investigation().stopped()) {
      throw new InterruptedException();
    }
    CaseWriter.save(recorded.kept(), file, false, CLOCK);
    return recorded.investigation();
  }

  private static Investigation known(Path file) throws IOException {
    CaseFile kept = CaseReader.read(file);
    try (var resolution = kept.resolution(String.valueOf(file.getFileName()), CLOCK)) {
      return kept.investigate(resolution, CLOCK, ChainListener.NONE);
    }
  }

  /// What a format cannot hold is told, and costs this report alone.
  private void report(Investigation investigation, Path file, Format format, ReportOptions look)
      throws IOException {
    if (Files.exists(file)) {
      return;
    }
    try {
      WholeFile.write(file, false, out -> Report.write(investigation, format, look, out));
    } catch (FileProblem e) {
      if (!(e.getCause() instanceof ReportProblem unfit)) {
        throw e;
      }
      told.accept(
          new Watch.Outcome(file, 0, Optional.of(file.getFileName() + ": " + unfit.getMessage())));
    }
  }

  /// Moves a file aside, with the reason beside it.
  private boolean aside(Path file, String why) throws IOException {
    var folder = Files.createDirectories(wanted.to().resolve("failed"));
    var name = name(file);
    var target = folder.resolve(name);
    for (var number = 2; Files.exists(target); number++) {
      target = folder.resolve(number + "-" + name);
    }
    var reason = folder.resolve(target.getFileName() + ".reason.txt");
    WholeFile.write(reason, true, out -> out.write((why + "\n").getBytes(StandardCharsets.UTF_8)));
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    told.accept(new Watch.Outcome(file, 0, Optional.of(why)));
    return false;
  }

  /// What a file is called here: the digest behind it keeps it apart.
  private static String name(Path file) {
    return SafeName.of(String.valueOf(file.getFileName()));
  }
}
