package org.whence.cli;

import java.util.Optional;
import org.whence.casefile.CaseFile;
import org.whence.casefile.Notes;
import org.whence.investigation.Input;

/// What is to be investigated.
///
/// @param kept the case that it was kept in, where it was
record Subject(Input input, Optional<CaseFile> kept) {
  static Subject of(Input input) {
    return new Subject(input, Optional.empty());
  }

  static Subject of(CaseFile kept) {
    return new Subject(kept.input(), Optional.of(kept));
  }

  /// What the analyst wrote of it.
  Notes notes() {
    return kept.map(CaseFile::notes).orElse(Notes.NONE);
  }
}
