package org.whence.iprev;

import java.net.InetAddress;
import java.util.List;
import org.whence.chain.Verdict;

/// A name that the client's address points to, and what became of it.
///
/// @param name the name as the PTR record spells it, without the root dot
/// @param addresses its addresses, A before AAAA, in the order received
/// @param result `pass` where an address is the client's, `fail` where none is, `temperror` where a
///   look-up failed and none of the others is, `none` where the name was not evaluated
/// @param reason why
/// @param complete whether all of its look-ups were answered, so that its addresses are all known
public record PtrName(
    String name,
    List<InetAddress> addresses,
    Verdict result,
    IprevReason reason,
    boolean complete) {
  public PtrName {
    addresses = List.copyOf(addresses);
  }

  /// Whether the name leads back to the client.
  public boolean confirmed() {
    return result == Verdict.PASS;
  }

  /// Whether the name was looked up at all.
  public boolean evaluated() {
    return reason != IprevReason.NOT_EVALUATED;
  }
}
