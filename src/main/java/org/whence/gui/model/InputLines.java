package org.whence.gui.model;

import java.util.ArrayList;
import java.util.List;
import org.whence.gui.model.InputLine.Kind;
import org.whence.investigation.Input;
import org.whence.report.InputWording;

/// What the window says about an input: what it is, what was repaired, what was not understood.
final class InputLines {
  private InputLines() {}

  static List<InputLine> of(Input input, InputWording words) {
    var lines = new ArrayList<InputLine>();
    lines.add(new InputLine(Kind.RECOGNISED, words.recognised(input)));
    input
        .repairs()
        .forEach(repair -> lines.add(new InputLine(Kind.REPAIRED, words.repair(repair))));
    input
        .problems()
        .forEach(problem -> lines.add(new InputLine(Kind.PROBLEM, words.problem(problem))));
    words.notes(input).forEach(line -> lines.add(new InputLine(Kind.PROBLEM, line)));
    return lines;
  }
}
