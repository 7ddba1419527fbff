package org.whence.investigation;

import java.util.List;
import org.whence.mail.container.Omission;

/// What was found when something was opened: a case, or several to choose from.
public sealed interface Opened {
  /// One case.
  record Case(Input input) implements Opened {}

  /// A file of a case that was investigated before, or what is meant to be one; the room `casefile`
  /// reads it.
  ///
  /// @param octets all that was kept of it, not to be written into
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
  record CaseFile(Source source, byte[] octets) implements Opened {}

  /// A container with cases in it.
  ///
  /// @param container what holds them
  /// @param enclosed what is in it, in the order in which it is to be looked at; may be empty
  /// @param omissions what of it could not be read
  record Several(Holder container, List<Enclosed> enclosed, List<Omission> omissions)
      implements Opened {
    public Several {
      enclosed = List.copyOf(enclosed);
      omissions = List.copyOf(omissions);
    }
  }
}
