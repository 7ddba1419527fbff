package org.whence.investigation;

import java.util.List;

/// What came of reading one input.
record Reading(Recognised recognised, List<Repair> repairs, List<Problem> problems) {
  Reading {
    repairs = List.copyOf(repairs);
    problems = List.copyOf(problems);
  }
}
