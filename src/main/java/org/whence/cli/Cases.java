package org.whence.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.whence.casefile.CaseFile;
import org.whence.casefile.CaseReader;
import org.whence.investigation.Enclosed;
import org.whence.investigation.Input;
import org.whence.investigation.Opened;
import org.whence.investigation.Recognised;
import org.whence.investigation.Source;
import org.whence.report.InputWording;
import org.whence.report.Wording;

/// Goes through the cases of one input in their order, however deep they lie. What cannot be read
/// is told in a line, and the next one is looked at.
final class Cases {
  private final Console console;
  private final UnaryOperator<Input> reading;
  private final Taker taker;
  private final Optional<Integer> only;
  private final InputWording words = new InputWording(Wording.load());
  private int count;

  /// What is done with a case.
  interface Taker {
    /// Takes it, and returns the exit status that comes of it.
    int take(Subject subject) throws CommandException, IOException;
  }

  /// @param only the number of the one case that is taken, where it is one alone
  /// @param reading how an input is read in the end
  Cases(Console console, Optional<Integer> only, UnaryOperator<Input> reading, Taker taker) {
    this.console = console;
    this.only = only;
    this.reading = reading;
    this.taker = taker;
  }

  /// Takes every case, or the one that is wanted.
  ///
  /// @return the gravest exit status
  int all(Opened opened) throws CommandException, IOException {
    var status =
        switch (opened) {
          case Opened.Case(var input) -> alone(reading.apply(input));
          case Opened.CaseFile(var source, var octets) -> kept(source, octets);
          case Opened.Several several -> several(several);
        };
    if (only.isPresent() && only.get() > count) {
      throw new CommandException(
          ExitStatus.USAGE, "--case: there is no case " + only.get() + "; the last is " + count);
    }
    return status;
  }

  private int alone(Input input) throws CommandException, IOException {
    if (input.recognised() instanceof Recognised.Nothing nothing) {
      return nothing(input, nothing);
    }
    return taken(Subject.of(input));
  }

  /// What was read is a case that shows what there is: where it came from, its size and digest. A
  /// word on the command line is none, which is mistyped.
  private int nothing(Input input, Recognised.Nothing nothing)
      throws CommandException, IOException {
    var line = words.nothing(input, nothing);
    if (input.source().kind() == Source.Kind.ARGUMENT) {
      throw new CommandException(ExitStatus.IO, line);
    }
    var status = taken(Subject.of(input));
    console.tell(line);
    return ExitStatus.graver(status, ExitStatus.IO);
  }

  /// A case that was kept. What of it is damaged is told, and the rest is used.
  private int kept(Source source, byte[] octets) throws CommandException, IOException {
    CaseFile kept;
    try {
      kept = CaseReader.read(source.name(), octets);
    } catch (IOException e) {
      throw CommandException.of(ExitStatus.IO, e);
    }
    kept.damages().forEach(console::tell);
    var status = kept.damages().isEmpty() ? ExitStatus.OK : ExitStatus.IO;
    return ExitStatus.graver(status, taken(Subject.of(kept)));
  }

  private int several(Opened.Several several) throws CommandException, IOException {
    var before = count;
    var status = walk(several);
    if (count == before && status == ExitStatus.OK) {
      throw new CommandException(ExitStatus.IO, words.nothingIn(several.container()));
    }
    return status;
  }

  private int walk(Opened opened) throws CommandException, IOException {
    if (opened instanceof Opened.Case(var found)) {
      var input = reading.apply(found);
      if (input.recognised() instanceof Recognised.Nothing nothing) {
        // Folders and archives hold pictures and notes as well: that is told, and no failure.
        console.tell(words.nothing(input, nothing));
        return ExitStatus.OK;
      }
      return taken(Subject.of(input));
    }
    if (opened instanceof Opened.CaseFile(var source, var octets)) {
      return keptBeside(source, octets);
    }
    return walkAll((Opened.Several) opened);
  }

  private int keptBeside(Source source, byte[] octets) throws IOException {
    try {
      return kept(source, octets);
    } catch (CommandException e) {
      console.tell(String.valueOf(e.getMessage()));
      return e.status();
    }
  }

  private int walkAll(Opened.Several several) throws CommandException, IOException {
    var status = several.omissions().isEmpty() ? ExitStatus.OK : ExitStatus.IO;
    several
        .omissions()
        .forEach(omission -> console.tell(words.omission(several.container(), omission)));
    for (var enclosed : several.enclosed()) {
      var found = opened(enclosed);
      status = ExitStatus.graver(status, found.isPresent() ? walk(found.get()) : ExitStatus.IO);
    }
    return status;
  }

  private Optional<Opened> opened(Enclosed enclosed) {
    try {
      return Optional.of(enclosed.open());
    } catch (IOException e) {
      console.tell(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private int taken(Subject subject) throws CommandException, IOException {
    count++;
    return only.isEmpty() || only.get() == count ? taker.take(subject) : ExitStatus.OK;
  }
}
