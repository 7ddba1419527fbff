package org.whence.iprev;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.whence.chain.Step;
import org.whence.chain.Verdict;

/// What IPREV says of a client.
///
/// @param client the address that was judged
/// @param verdict `pass fail temperror permerror`, or `none` where nothing was asked
/// @param reason why
/// @param names all names that the address points to, in order, each once
/// @param step the branch of evidence
public record IprevResult(
    InetAddress client, Verdict verdict, IprevReason reason, List<PtrName> names, Step step) {
  public IprevResult {
    names = List.copyOf(names);
  }

  /// The names that led back, in order.
  public List<String> confirmed() {
    var confirmed = new ArrayList<String>(names.size());
    for (var name : names) {
      if (name.confirmed()) {
        confirmed.add(name.name());
      }
    }
    return List.copyOf(confirmed);
  }
}
