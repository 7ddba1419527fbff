package org.whence.spf;

import java.net.InetAddress;
import java.util.Optional;

/// What is known of a client when it is judged.
///
/// @param ip its address; IPv4-mapped IPv6 is IPv4 (RFC 7208, 5)
/// @param helo what it said in HELO or EHLO, hostile; empty where nothing is known
/// @param mailFrom the reverse-path of MAIL FROM, with or without its angle brackets, hostile;
///   empty for the null sender
/// @param receiver the name of the host that checks, for the macro `%{r}`
/// @param policy the domain whose policy judges the client, as an `include` of it would, where that
///   is not the sender's own (RFC 7208, 4.1)
public record SpfRequest(
    InetAddress ip,
    String helo,
    String mailFrom,
    Optional<String> receiver,
    Optional<String> policy) {

  /// A client that is judged by its own sender's policy.
  public SpfRequest(InetAddress ip, String helo, String mailFrom, Optional<String> receiver) {
    this(ip, helo, mailFrom, receiver, Optional.empty());
  }

  /// The same, judged by another domain's policy.
  public SpfRequest withPolicy(Optional<String> domain) {
    return new SpfRequest(ip, helo, mailFrom, receiver, domain);
  }
}
