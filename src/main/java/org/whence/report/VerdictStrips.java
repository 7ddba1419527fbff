package org.whence.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whence.chain.Verdict;
import org.whence.dkim.DkimResult;
import org.whence.dkim.SignatureResult;
import org.whence.investigation.Check;
import org.whence.investigation.Investigation;
import org.whence.investigation.MailResult;
import org.whence.investigation.Recognised;
import org.whence.iprev.IprevResult;
import org.whence.report.Page.Badge;
import org.whence.report.Page.Strip;

/// The strips of verdicts that stand above the tree of a report.
final class VerdictStrips {
  private static final List<Verdict> GRAVER_FIRST =
      List.of(
          Verdict.FAIL,
          Verdict.PERMERROR,
          Verdict.SOFTFAIL,
          Verdict.POLICY,
          Verdict.TEMPERROR,
          Verdict.NEUTRAL,
          Verdict.PASS,
          Verdict.NONE);

  /// How many signatures have a badge of their own.
  private static final int MAX_SIGNATURES = 6;

  private final Investigation investigation;
  private final Wording wording;

  VerdictStrips(Investigation investigation, Wording wording) {
    this.investigation = investigation;
    this.wording = wording;
  }

  /// What came of it all: how often each verdict of IPREV came, the graver ones first, and the
  /// verdict of each check of the message.
  List<Strip> all() {
    var mail = investigation.mail();
    return Stream.of(
            new Strip(
                wording.text(isPolicy() ? "strip.policy" : "strip.message"),
                mail.map(this::verdicts).orElse(List.of())),
            new Strip(wording.text(mail.isPresent() ? "strip.hops" : "strip.addresses"), tallies()))
        .filter(strip -> !strip.badges().isEmpty())
        .toList();
  }

  private boolean isPolicy() {
    return investigation.input().recognised() instanceof Recognised.Domain;
  }

  private List<Badge> verdicts(MailResult mail) {
    return mail.verdicts().entrySet().stream()
        .flatMap(entry ->
            entry.getKey() == Check.DKIM
                ? signatures(mail, entry.getValue())
                : Stream.of(
                    badge(entry.getValue(), entry.getKey().name(), entry.getValue().word())))
        .toList();
  }

  /// One for each signature, with the domain that signed and its selector.
  private Stream<Badge> signatures(MailResult mail, Verdict best) {
    var all = mail.dkim().map(DkimResult::signatures).orElse(List.of());
    return all.isEmpty()
        ? Stream.of(badge(best, Check.DKIM.name(), best.word()))
        : all.stream()
            .limit(MAX_SIGNATURES)
            .map(each ->
                badge(
                    each.verdict(), Check.DKIM.name() + " " + signer(each), each.verdict().word()));
  }

  private String signer(SignatureResult result) {
    var signature = result.signature();
    return Stream.concat(
            Stream.of(signature.domain().map(wording::name).orElse("#" + result.number())),
            signature.selector().map(wording::running).stream())
        .collect(Collectors.joining(" "));
  }

  private List<Badge> tallies() {
    return GRAVER_FIRST.stream()
        .filter(verdict -> count(verdict) > 0)
        .map(verdict -> badge(verdict, verdict.word(), Long.toString(count(verdict))))
        .toList();
  }

  private Badge badge(Verdict verdict, String first, String second) {
    return new Badge(
        verdict.word(),
        TextStyle.UNICODE.mark(verdict),
        wording.words("report.tally", first, second));
  }

  private long count(Verdict verdict) {
    return investigation.iprev().stream().map(IprevResult::verdict).filter(verdict::equals).count();
  }
}
