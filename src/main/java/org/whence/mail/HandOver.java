package org.whence.mail;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import org.whence.ip.SpecialUse;

/// How a server that is believed got a message, as its own field tells, and so whether the field
/// below is believed as well.
public enum HandOver {
  /// From a server that the analyst believes, or from its own host: by the address that it saw, or
  /// the name that it looked up.
  OWN,
  /// By LMTP, which is spoken within a network alone (RFC 2033, 5), from a client without an
  /// address of the outside.
  LOCAL,
  /// From a client that it does not tell, or that has an address of the inside, where the field
  /// below says that a server wrote it which the analyst believes, or the same one. That is
  /// presumed: a sender that could hand a message over at this place could have written that field.
  PRESUMED,
  /// From anybody else.
  STRANGER;

  /// Tells how the server that wrote a step got the message.
  ///
  /// @param below the relay step below it, where there is one
  public static HandOver of(Received step, Optional<Received> below, TrustedServers trusted) {
    if (trusted.hasClient(step)) {
      return OWN;
    }
    var isPrivate = step.fromIp().filter(ip -> !isPublic(ip)).isPresent();
    var isUntold = step.fromIp().isEmpty() && step.fromRdns().isEmpty();
    if ((isPrivate || isUntold) && isLmtp(step)) {
      return LOCAL;
    }
    var mayBeInside = isPrivate || (isUntold && !isByUser(step) && !namesStranger(step, trusted));
    return mayBeInside
            && below.filter(next -> isBy(next, trusted) || isSameServer(step, next)).isPresent()
        ? PRESUMED
        : STRANGER;
  }

  /// Whether one of the servers that the analyst believes says that it wrote the step.
  static boolean isBy(Received step, TrustedServers trusted) {
    return step.by().filter(trusted::contains).isPresent()
        || step.byIp().filter(trusted::contains).isPresent();
  }

  private static boolean isSameServer(Received step, Received below) {
    return step.by().filter(by -> below.by().filter(by::equalsIgnoreCase).isPresent()).isPresent();
  }

  /// Public is what is asked for names; ranges for documentation count, so that samples work.
  static boolean isPublic(InetAddress address) {
    return SpecialUse.of(address).map(SpecialUse::asked).orElse(true);
  }

  private static boolean isLmtp(Received step) {
    return step.with()
        .flatMap(Protocol::of)
        .filter(protocol -> protocol.name().contains("LMTP"))
        .isPresent();
  }

  /// A message that a user handed in began there, whatever stands below.
  private static boolean isByUser(Received step) {
    return step.authenticated()
        || step.with().filter(HandOver::isHttp).isPresent()
        || step.via().filter(HandOver::isHttp).isPresent();
  }

  private static boolean isHttp(String protocol) {
    return protocol.toUpperCase(Locale.ROOT).startsWith("HTTP");
  }

  /// Whether a client of which nothing else is told called itself by a name that is none of ours.
  /// What it called itself proves nothing for it, but all against it.
  private static boolean namesStranger(Received step, TrustedServers trusted) {
    var helo = step.fromHelo().orElse("");
    var address = HostText.of(helo).map(HostText::address);
    if (address.isPresent()) {
      return isPublic(address.get()) && !trusted.contains(address.get());
    }
    var isOfHost = step.by().filter(helo::equalsIgnoreCase).isPresent();
    return helo.indexOf('.') > 0 && !isOfHost && !trusted.contains(helo);
  }
}
