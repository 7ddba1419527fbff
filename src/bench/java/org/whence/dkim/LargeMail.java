package org.whence.dkim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.InstantSource;
import java.util.Arrays;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.dns.Answer;
import org.whence.dns.Exchange;
import org.whence.dns.Failure;
import org.whence.mail.Message;

/// How much memory the check of a mail of 200 MB takes beside the mail: the peak of the heap, less
/// the octets of the mail itself. The key is not there, everything else is done.
public final class LargeMail {
  private static final int SIZE = 200_000_000;

  private LargeMail() {}

  /// Prints the peak.
  public static void main(String[] args) throws InterruptedException {
    var source = new byte[SIZE];
    Arrays.fill(source, (byte) 'x');
    for (var at = 70; at < SIZE - 1; at += 72) {
      source[at] = '\r';
      source[at + 1] = '\n';
    }
    var head =
        """
        DKIM-Signature: v=1; a=rsa-sha256; c=simple/simple; d=example.org; s=a; h=from; bh=AAAA; b=AAAA
        DKIM-Signature: v=1; a=rsa-sha1; c=relaxed/relaxed; d=example.org; s=a; h=from; bh=AAAA; b=AAAA
        From: ann@example.org

        """
            .replace("\n", "\r\n")
            .getBytes(ISO_8859_1);
    System.arraycopy(head, 0, source, 0, head.length);
    var message = Message.read(source);
    var verifier =
        new DkimVerifier(InstantSource.system(), DkimOptions.defaults().withExplaining(true));
    var began = System.nanoTime();
    var result =
        verifier.check(
            message,
            Branch.root(
                question ->
                    Exchange.local(
                        question,
                        new Answer.Failed(Failure.TIMEOUT, ""),
                        "zone:large",
                        InstantSource.system().instant()),
                ChainTopic.QUESTION));
    var took = (System.nanoTime() - began) / 1_000_000;
    var peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    System.out.printf(
        "%d octets, %d signatures, %d ms, peak of the heap beyond the mail %d MB%n",
        SIZE, result.signatures().size(), took, (peak - SIZE) / 1_000_000);
  }
}
