package org.whence.spf;

import java.net.InetAddress;
import java.util.Optional;
import org.whence.chain.Value;

/// Something else than what was seen of a client: what if? Absent is what stays as it was.
///
/// @param ip another address
/// @param helo another name in HELO or EHLO
/// @param mailFrom another sender, with or without angle brackets; empty for the null sender
/// @param ofHelo whether it is supposed of what the name in HELO came to, and not the sender
public record Supposition(
    Optional<InetAddress> ip, Optional<String> helo, Optional<String> mailFrom, boolean ofHelo) {
  /// Of what the sender came to.
  public Supposition(Optional<InetAddress> ip, Optional<String> helo, Optional<String> mailFrom) {
    this(ip, helo, mailFrom, false);
  }

  /// Whether everything stays as it was.
  public boolean isEmpty() {
    return ip.isEmpty() && helo.isEmpty() && mailFrom.isEmpty();
  }

  /// What would have been known of the client.
  SpfRequest in(SpfRequest seen) {
    return new SpfRequest(
        ip.orElse(seen.ip()),
        helo.orElse(seen.helo()),
        mailFrom.orElse(seen.mailFrom()),
        seen.receiver(),
        seen.policy());
  }

  Value[] values() {
    return new Value[] {
      ip.<Value>map(Value::of).orElse(Value.of("")),
      Value.of(helo.orElse("")),
      Value.of(mailFrom.map(path -> path.isEmpty() ? "<>" : path).orElse(""))
    };
  }
}
