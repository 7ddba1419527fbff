package org.whence.receiver;

import java.net.InetAddress;
import java.util.Optional;
import org.whence.chain.Step;
import org.whence.chain.Verdict;
import org.whence.dmarc.DmarcResult;
import org.whence.dns.ALabel;
import org.whence.iprev.IprevResult;
import org.whence.spf.SpfResult;

/// What is known of a client and its message when a receiving server decides. What was not checked
/// is absent.
///
/// @param client its address
/// @param helo what it called itself, hostile
/// @param mailFrom the envelope's sender without angle brackets, hostile; empty text for the null
///   sender
/// @param iprev of the client
/// @param heloStep the step in which HELO was held against the client's names
/// @param spf of the envelope's sender
/// @param dkim the best of the signatures, and its step
/// @param arc the chain, and its step
/// @param dmarc of the author
public record Session(
    InetAddress client,
    Optional<String> helo,
    Optional<String> mailFrom,
    Optional<IprevResult> iprev,
    Optional<Step> heloStep,
    Optional<SpfResult> spf,
    Optional<Checked> dkim,
    Optional<Checked> arc,
    Optional<DmarcResult> dmarc) {

  /// What a check came to, and the step that explains it.
  public record Checked(Verdict verdict, String path) {}

  /// A client of whom nothing but IPREV is known.
  public static Session of(IprevResult iprev) {
    return new Session(
        iprev.client(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(iprev),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// The domain of the envelope's sender in A-labels, as names in DNS are; none for the null
  /// sender.
  public Optional<String> senderDomain() {
    return mailFrom
        .map(path -> path.substring(path.lastIndexOf('@') + 1))
        .filter(domain -> !domain.isEmpty())
        .map(ALabel::domain);
  }
}
