package org.whence.dmarc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.chain.Step;
import org.whence.chain.Verdict;

/// A check against a small zone, put together step by step.
final class DmarcCheck {
  /// A bank with a policy, and another organization without one.
  static final String BANK =
      """
      _dmarc.bank.example TXT "v=DMARC1; p=reject; sp=quarantine"
      _dmarc.news.bank.example NXDOMAIN
      _dmarc.mail.bank.example NXDOMAIN
      _dmarc.example NXDOMAIN
      _dmarc.evil.example NXDOMAIN
      """;

  private final TestZone zone;
  private final List<String> authors = new ArrayList<>();
  private final List<Identifier> dkim = new ArrayList<>();
  private Optional<Identifier> spf = Optional.empty();
  private DmarcSpec spec = DmarcSpec.RFC9989;

  private DmarcCheck(String zone) {
    this.zone = TestZone.of(zone);
  }

  /// The zone has what is asked; other names below `com`, `example` and the like have to be said to
  /// be absent.
  static DmarcCheck in(String zone) {
    return new DmarcCheck(zone);
  }

  DmarcCheck from(String... domains) {
    authors.addAll(List.of(domains));
    return this;
  }

  DmarcCheck spf(Verdict verdict, String domain) {
    spf = Optional.of(new Identifier(verdict, domain));
    return this;
  }

  DmarcCheck signed(String domain) {
    dkim.add(new Identifier(Verdict.PASS, domain));
    return this;
  }

  DmarcCheck by(DmarcSpec text) {
    spec = text;
    return this;
  }

  DmarcResult check() throws InterruptedException {
    var root = Branch.root(zone, ChainTopic.QUESTION);
    var request = new DmarcRequest(authors, spf, dkim);
    return new DmarcVerifier(spec, SuffixLists.bundled()).check(request, root);
  }

  List<String> asked() {
    return zone.asked();
  }

  /// The steps of a topic, in the order of the tree.
  static List<Step> steps(DmarcResult result, DmarcTopic topic) {
    return result.step().all().filter(step -> step.topic() == topic).toList();
  }
}
