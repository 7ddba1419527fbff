package org.whence.posture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.whence.chain.Branch;
import org.whence.chain.Step;
import org.whence.chain.Value;
import org.whence.dmarc.SuffixList;
import org.whence.dns.ALabel;
import org.whence.dns.Names;
import org.whence.ip.AddressLiteral;
import org.whence.ip.Ascii;
import org.xbill.DNS.Name;

/// Looks at what a domain publishes about mail. Stateless, for any thread.
public final class PostureVerifier {
  private final SuffixList suffixes;

  /// @param suffixes the public suffix list, for the older reading of DMARC
  public PostureVerifier(SuffixList suffixes) {
    this.suffixes = suffixes;
  }

  /// A text as a domain to look at, in A-labels; empty where it is none, or no domain of mail: an
  /// address, or with other characters than letters, digits, hyphens and underscores.
  public static Optional<String> domain(String text) {
    var domain = ALabel.domain(text.strip());
    return Names.parse(domain)
        .filter(name -> name.labels() > 1)
        .filter(_ -> domain.chars().allMatch(PostureVerifier::isPart))
        .filter(_ -> AddressLiteral.find(domain).isEmpty())
        .map(name -> Names.text(name).toLowerCase(Locale.ROOT));
  }

  private static boolean isPart(int c) {
    return Ascii.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
  }

  /// What looks at one part.
  private interface Look {
    void at(Part part) throws InterruptedException;
  }

  /// Looks at everything, in a step below the branch.
  ///
  /// @param text as [#domain] has it
  public Step check(String text, Branch above) throws InterruptedException {
    return look(text, open(text, above));
  }

  /// Opens the step for a domain that will be looked at.
  ///
  /// @param text as [#domain] has it
  public static Branch open(String text, Branch above) {
    return above.open(PostureTopic.DOMAIN, Value.domain(text));
  }

  /// Looks at everything.
  ///
  /// @param branch what [#open] opened for the domain; it is closed
  public Step look(String text, Branch branch) throws InterruptedException {
    var domain = Names.parse(text).orElseThrow();
    var pieces = new ArrayList<Callable<Boolean>>();
    var servers = new ArrayList<Name>();
    plan("MX", branch, part -> servers.addAll(ExchangerCheck.check(domain, part)), pieces);
    plan("SPF", branch, part -> TextChecks.spf(domain, part), pieces);
    plan("DMARC", branch, part -> new ReportCheck(suffixes).check(domain, part), pieces);
    plan("BIMI", branch, part -> TextChecks.bimi(domain, part), pieces);
    plan("MTA-STS", branch, part -> TextChecks.sts(domain, part), pieces);
    plan("TLS-RPT", branch, part -> TextChecks.rpt(domain, part), pieces);
    plan("CAA", branch, part -> ZoneChecks.caa(domain, part), pieces);
    plan("DNSSEC", branch, part -> ZoneChecks.signed(domain, part), pieces);
    var resting = new ArrayList<Callable<Boolean>>();
    plan("DANE", branch, part -> ZoneChecks.tlsa(List.copyOf(servers), part), resting);
    branch.together(pieces);
    branch.together(resting);
    return branch.close();
  }

  private static void plan(String name, Branch branch, Look look, List<Callable<Boolean>> pieces) {
    var part = new Part(branch.open(PostureTopic.PART, Value.of(name)));
    pieces.add(() -> {
      look.at(part);
      return true;
    });
  }
}
