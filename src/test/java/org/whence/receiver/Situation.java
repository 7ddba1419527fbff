package org.whence.receiver;

import java.util.Optional;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.chain.Step;
import org.whence.chain.Verdict;
import org.whence.ip.AddressLiteral;
import org.whence.iprev.ClientComparison;
import org.whence.iprev.IprevTopic;
import org.whence.iprev.IprevVerifier;

/// Clients in the situations that protocols tell apart, each checked against a small zone.
enum Situation {
  /// Everything agrees.
  CONFIRMED(
      "192.0.2.10",
      """
      10.2.0.192.in-addr.arpa PTR bank.example
      bank.example A 192.0.2.10
      bank.example AAAA 2001:db8::99
      """),
  /// No PTR record.
  MISSING(
      "192.0.2.10",
      """
      10.2.0.192.in-addr.arpa NXDOMAIN
      bank.example A 192.0.2.10
      """),
  /// The name server of the reverse zone fails.
  REVERSE_FAILS(
      "192.0.2.10",
      """
      10.2.0.192.in-addr.arpa PTR SERVFAIL
      bank.example A 192.0.2.10
      """),
  /// The name has another address.
  MISMATCH(
      "192.0.2.10",
      """
      10.2.0.192.in-addr.arpa PTR bank.example
      bank.example A 198.51.100.1
      """),
  /// The name has no address.
  NO_FORWARD(
      "192.0.2.10",
      """
      10.2.0.192.in-addr.arpa PTR bank.example
      bank.example MX 10 bank.example
      """),
  /// The name's address cannot be looked up.
  FORWARD_FAILS(
      "192.0.2.10",
      """
      10.2.0.192.in-addr.arpa PTR bank.example
      bank.example A SERVFAIL
      """),
  /// The first name leads elsewhere, the second back.
  SECOND_CONFIRMED(
      "192.0.2.10",
      """
      10.2.0.192.in-addr.arpa PTR other.example
      10.2.0.192.in-addr.arpa PTR bank.example
      other.example A 198.51.100.1
      bank.example A 192.0.2.10
      """),
  /// The third name alone leads back.
  THIRD_CONFIRMED(
      "192.0.2.10",
      """
      10.2.0.192.in-addr.arpa PTR one.example
      10.2.0.192.in-addr.arpa PTR two.example
      10.2.0.192.in-addr.arpa PTR bank.example
      one.example A 198.51.100.1
      two.example A 198.51.100.2
      bank.example A 192.0.2.10
      """),
  /// The first name leads back, the address of the second cannot be looked up.
  SECOND_FAILS(
      "192.0.2.10",
      """
      10.2.0.192.in-addr.arpa PTR bank.example
      10.2.0.192.in-addr.arpa PTR other.example
      bank.example A 192.0.2.10
      other.example A TIMEOUT
      """),
  /// The client's own family answers, the other does not.
  OTHER_FAMILY_FAILS(
      "192.0.2.10",
      """
      10.2.0.192.in-addr.arpa PTR bank.example
      bank.example A 198.51.100.1
      bank.example AAAA SERVFAIL
      """),
  /// Everything agrees, but the name is not the sender's domain.
  OTHER_SENDER(
      "192.0.2.10",
      """
      10.2.0.192.in-addr.arpa PTR mail.provider.example
      mail.provider.example A 192.0.2.10
      bank.example A 192.0.2.1
      """),
  /// Everything agrees, and the name lies below the sender's domain.
  BELOW_SENDER(
      "192.0.2.10",
      """
      10.2.0.192.in-addr.arpa PTR mail.bank.example
      mail.bank.example A 192.0.2.10
      bank.example A 192.0.2.1
      """),
  /// IPv6, and everything agrees.
  IPV6(
      "2001:db8::10",
      """
      0.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa PTR bank.example
      bank.example AAAA 2001:db8::10
      """),
  /// Nothing is asked: a private address.
  PRIVATE("10.0.0.1", "bank.example A 192.0.2.1\n");

  private final String client;
  private final String zone;

  Situation(String client, String zone) {
    this.client = client;
    this.zone = zone;
  }

  /// The session of this client, which says HELO bank.example and sends for alice@bank.example.
  Session session() {
    try {
      var root = Branch.root(TestZone.of(zone), ChainTopic.QUESTION);
      var address = AddressLiteral.find(client).orElseThrow().address();
      var iprev = new IprevVerifier(false).check(address, root);
      if (iprev.verdict() != Verdict.NONE) {
        ClientComparison.helo("bank.example", iprev, root);
      }
      var helo = root.close().all().filter(step -> step.topic() == IprevTopic.HELO).findFirst();
      return session(iprev, helo);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Session session(org.whence.iprev.IprevResult iprev, Optional<Step> helo) {
    return new Session(
        iprev.client(),
        Optional.of("bank.example"),
        Optional.of("alice@bank.example"),
        Optional.of(iprev),
        helo,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
