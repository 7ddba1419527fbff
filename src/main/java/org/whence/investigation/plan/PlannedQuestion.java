package org.whence.investigation.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whence.dns.Question;

/// A question that a run will come to.
///
/// @param paths the steps that ask it, in the order of the tree; the cache sends it once
/// @param server who is asked first, as a URI; `none` where nobody is
/// @param fate what will become of it
/// @param witness whose name servers see it in the end
/// @param reveals what its name carries
/// @param macros the macros of SPF records that put it there, as published, in their order
/// @param following what will be asked once it is answered; absent where nothing is, or where that
///   is in the plan already
public record PlannedQuestion(
    Question question,
    List<String> paths,
    String server,
    Fate fate,
    Witness witness,
    Set<Reveal> reveals,
    List<String> macros,
    Optional<Following> following) {
  public PlannedQuestion {
    paths = List.copyOf(paths);
    reveals = Set.copyOf(reveals);
    macros = List.copyOf(macros);
  }

  /// Whether nobody between here and the server can read it: DNS over TLS or HTTPS.
  public boolean encrypted() {
    return Plan.isEncrypted(server);
  }
}
