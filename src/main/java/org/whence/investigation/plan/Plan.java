package org.whence.investigation.plan;

import java.util.List;
import org.whence.investigation.Investigation;

/// What an investigation will ask, and what that reveals.
///
/// @param run a run in which nothing was sent: its parameters, and in its tree the steps that the
///   real one will come to, as far as can be told; their conclusions mean nothing
/// @param servers who will be asked, as URIs in order: the next one where one has no answer; none
///   where nothing is sent
/// @param questions those that are known in advance, each once for each server, in the order of the
///   tree
/// @param fetches the documents that will be fetched
/// @param dnssec whether the keys of the zones above each name will be asked for as well
public record Plan(
    Investigation run,
    List<String> servers,
    List<PlannedQuestion> questions,
    List<PlannedFetch> fetches,
    boolean dnssec) {
  public Plan {
    servers = List.copyOf(servers);
    questions = List.copyOf(questions);
    fetches = List.copyOf(fetches);
  }

  /// Whether nobody between here and a server can read what is asked: DNS over TLS or HTTPS.
  public static boolean isEncrypted(String server) {
    return server.startsWith("tls:") || server.startsWith("https:");
  }
}
