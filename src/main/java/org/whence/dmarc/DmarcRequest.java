package org.whence.dmarc;

import java.util.List;
import java.util.Optional;

/// What is known of a message when it is judged.
///
/// @param authors the domains of its authors in the order of the From field, U-labels or A-labels,
///   hostile; empty where none could be read
/// @param spf the domain of MAIL FROM, where SPF was checked
/// @param dkim the domains of its signatures, from top to bottom
/// @param complete whether these are all its authors: none is behind a limit of whoever read them
public record DmarcRequest(
    List<String> authors, Optional<Identifier> spf, List<Identifier> dkim, boolean complete) {
  /// A message whose authors are all known.
  public DmarcRequest(List<String> authors, Optional<Identifier> spf, List<Identifier> dkim) {
    this(authors, spf, dkim, true);
  }

  public DmarcRequest {
    authors = List.copyOf(authors);
    dkim = List.copyOf(dkim);
  }
}
