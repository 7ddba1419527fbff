package org.whence.gui.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.whence.dkim.SignatureKind;
import org.whence.dkim.SignatureParser;
import org.whence.ip.Addresses;
import org.whence.mail.Belief;
import org.whence.mail.HopChain;
import org.whence.mail.Message;
import org.whence.mail.Received;
import org.whence.mail.TrustedServers;

/// Who of those that a mail names can be believed.
final class Believable {
  /// How many of a kind are offered.
  private static final int MAX_OFFERED = 60;

  private Believable() {}

  /// The servers that wrote a field and the addresses of clients, newest first, which is where own
  /// servers are.
  static List<String> servers(HopChain chain) {
    return chain.hops().stream()
        .map(hop -> hop.received())
        .flatMap(Believable::servers)
        .distinct()
        .limit(MAX_OFFERED)
        .toList();
  }

  /// The domains of the ARC seals, from top to bottom.
  static List<String> sealers(Message mail) {
    return mail.all(SignatureKind.ARC_SEAL.fieldName()).stream()
        .limit(MAX_OFFERED)
        .flatMap(field -> SignatureParser.parse(field, SignatureKind.ARC_SEAL).domain().stream())
        .distinct()
        .toList();
  }

  private static Stream<String> servers(Received step) {
    return Stream.of(
            step.by().filter(name -> TrustedServers.of(List.of(name)).rejected().isEmpty()),
            step.byIp().map(Addresses::text),
            step.fromRdns(),
            step.fromIp().map(Addresses::text))
        .flatMap(Optional::stream);
  }

  /// The authserv-ids of the fields that say what servers found.
  static List<String> ids(Message mail) {
    return Belief.of(mail, List.of(), Optional.empty()).seenIds();
  }
}
