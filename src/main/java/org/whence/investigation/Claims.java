package org.whence.investigation;

import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.Verdict;
import org.whence.iprev.ClientComparison;
import org.whence.iprev.IprevResult;
import org.whence.iprev.RotationResult;

/// What a client said of itself, as far as it is known.
///
/// @param helo the argument of HELO or EHLO
/// @param mailFrom the sender of the envelope; an empty text for the null sender
record Claims(Optional<String> helo, Optional<String> mailFrom) {
  /// What is told beside IPREV, where it was asked.
  void compare(IprevResult iprev, Optional<RotationResult> again, Branch branch)
      throws InterruptedException {
    if (iprev.verdict() != Verdict.NONE) {
      if (helo.isPresent()) {
        ClientComparison.helo(helo.get(), iprev, branch);
      }
      mailFrom
          .flatMap(Claims::domain)
          .ifPresent(domain -> ClientComparison.mailFrom(domain, iprev, again, branch));
    }
  }

  /// The domain of an envelope sender; none for the null sender (RFC 5321, 4.5.5).
  private static Optional<String> domain(String mailFrom) {
    var at = mailFrom.lastIndexOf('@');
    return at < 0 || at == mailFrom.length() - 1
        ? Optional.empty()
        : Optional.of(mailFrom.substring(at + 1));
  }
}
