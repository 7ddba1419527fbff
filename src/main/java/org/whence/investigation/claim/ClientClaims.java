package org.whence.investigation.claim;

import java.net.InetAddress;
import java.util.Optional;
import org.whence.chain.Value;
import org.whence.ip.AddressLiteral;
import org.whence.ip.Addresses;
import org.whence.iprev.IprevReason;
import org.whence.spf.SpfIdentity;
import org.whence.spf.SpfReason;
import org.whence.spf.SpfResult;

/// Statements about the client: `iprev` and `spf`.
final class ClientClaims {
  private final Findings findings;

  ClientClaims(Findings findings) {
    this.findings = findings;
  }

  /// IPREV of the address that the statement names, wherever on the way we met it.
  Compared iprev(Holding holding) {
    var address = address(holding.statement(), "policy.iprev", "smtp.remote-ip", "smtp.client-ip");
    if (address.isEmpty()) {
      return holding.nothing(ClaimReason.NOT_CHECKED);
    }
    var found = findings.iprev(address.get());
    if (found.isEmpty()) {
      return findings.iprev().isEmpty()
          ? holding.nothing(ClaimReason.NOT_CHECKED)
          : holding.nothing(
              ClaimReason.OTHER_ADDRESS,
              Value.of(address.get()),
              Value.of(findings.iprev().getFirst().client()));
    }
    if (found.get().reason() == IprevReason.OFFLINE) {
      return holding.nothing(ClaimReason.OFFLINE);
    }
    holding.against(found.get().verdict(), found.get().step().path());
    if (!holding.agrees()) {
      holding.trouble();
      if (!holding.explained()) {
        holding.because(ClaimReason.NAMES_CHANGED);
      }
    }
    return holding.end();
  }

  /// SPF of the identity that the statement names.
  ///
  /// @param elsewhere the server at which it was written, where that is not the border's
  Compared spf(Holding holding, Optional<String> elsewhere) {
    var statement = holding.statement();
    var sender = statement.domain("smtp.mailfrom", "smtp.mail", "smtp.from");
    var claimed = sender.isPresent() ? sender : statement.domain("smtp.helo");
    // RFC 8601, 2.7.2: of the sender, unless it names HELO alone.
    var ours =
        sender.isEmpty() && claimed.isPresent()
            ? findings.spfHelo().or(findings::spf)
            : findings.spf();
    if (ours.isEmpty()) {
      return holding.nothing(ClaimReason.NOT_CHECKED);
    }
    if (ours.get().reason() == SpfReason.OFFLINE) {
      return holding.nothing(ClaimReason.OFFLINE);
    }
    holding.against(ours.get().verdict(), ours.get().step().path());
    otherSubject(holding, ours.get(), claimed);
    if (!holding.agrees()) {
      spfCauses(holding, ours.get(), elsewhere);
    }
    return holding.end();
  }

  /// Another client or identity than ours, which is told where both came to the same as well.
  private static void otherSubject(Holding holding, SpfResult ours, Optional<String> claimed) {
    var address = address(holding.statement(), "smtp.remote-ip", "smtp.client-ip");
    address
        .filter(ip -> !ip.equals(Addresses.of(ours.request().ip().getAddress())))
        .ifPresent(ip ->
            holding.because(
                ClaimReason.OTHER_ADDRESS, Value.of(ip), Value.of(ours.request().ip())));
    claimed
        .filter(domain -> !domain.equalsIgnoreCase(ours.domain()))
        .ifPresent(domain ->
            holding.because(
                ClaimReason.OTHER_IDENTITY, Value.of(domain), Value.of(identity(ours))));
  }

  private static void spfCauses(Holding holding, SpfResult ours, Optional<String> elsewhere) {
    elsewhere.ifPresent(server -> holding.because(ClaimReason.FORWARDED, Value.of(server)));
    holding.trouble();
    if (!holding.explained()) {
      holding.because(ClaimReason.RECORD_CHANGED, Value.of(ours.domain()));
    }
  }

  private static String identity(SpfResult ours) {
    return ours.identity() == SpfIdentity.HELO ? "HELO " + ours.domain() : ours.domain();
  }

  private static Optional<InetAddress> address(Statement statement, String... names) {
    return statement.value(names).flatMap(AddressLiteral::find).map(AddressLiteral::address);
  }
}
