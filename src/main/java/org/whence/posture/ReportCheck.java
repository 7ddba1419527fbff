package org.whence.posture;

import java.util.Locale;
import java.util.stream.Stream;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dmarc.AuthorResult;
import org.whence.dmarc.DmarcReason;
import org.whence.dmarc.DmarcRecord;
import org.whence.dmarc.DmarcSpec;
import org.whence.dmarc.DmarcVerifier;
import org.whence.dmarc.RecordParser;
import org.whence.dmarc.ReportUri;
import org.whence.dmarc.SuffixList;
import org.whence.dns.Answer;
import org.whence.dns.Names;
import org.whence.dns.Question;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/// What DMARC asks for, and whether those who are to get reports agreed to that: otherwise anybody
/// could have anybody's mailbox flooded (RFC 7489, 7.1).
final class ReportCheck {
  /// How many destinations are looked at. The number is our own.
  static final int MAX = 10;

  private final SuffixList suffixes;

  ReportCheck(SuffixList suffixes) {
    this.suffixes = suffixes;
  }

  void check(Name domain, Part part) throws InterruptedException {
    var text = Names.text(domain);
    var found = new DmarcVerifier(DmarcSpec.RFC9989, suffixes).published(text, part.branch());
    if (found.verdict() == Verdict.TEMPERROR || found.reason() == DmarcReason.NO_POLICY) {
      part.branch().close(found.verdict(), found.reason(), found.values().toArray(Value[]::new));
      return;
    }
    if (found.record().isEmpty()) {
      misplaced(domain, part);
      part.end(PostureReason.DMARC_NONE);
      return;
    }
    reports(found, found.record().get(), part);
    var policy = found.policy().map(each -> each.effective().word()).orElse("none");
    part.end(
        PostureReason.DMARC_POLICY,
        Value.of(policy),
        Value.domain(found.recordDomain().orElse(text)));
  }

  /// A record without the label `_dmarc` is nobody's.
  private static void misplaced(Name domain, Part part) throws InterruptedException {
    if (part.branch().ask(new Question(domain, Type.TXT)) instanceof Answer.Records answer) {
      answer.records().stream()
          .flatMap(record -> Part.text(record).stream())
          .filter(RecordParser::isRecord)
          .limit(Part.MAX_TOLD)
          .forEach(text -> part.note(PostureReason.DMARC_MISPLACED, Value.of(text)));
    }
  }

  private static void reports(AuthorResult author, DmarcRecord record, Part part)
      throws InterruptedException {
    var at = author.recordDomain().orElse(author.domain());
    var organization = author.organization().orElse(at);
    var destinations =
        Stream.of("rua", "ruf")
            .flatMap(tag -> record.destinations(tag).stream().map(uri -> new Destination(tag, uri)))
            .toList();
    if (destinations.size() > MAX) {
      part.note(PostureReason.MANY_REPORTS, Value.of(destinations.size()), Value.of(MAX));
    }
    for (var each : destinations.subList(0, Math.min(MAX, destinations.size()))) {
      var step =
          part.branch()
              .open(PostureTopic.REPORTS, Value.of(each.tag()), Value.of(each.uri().text()));
      var target = each.uri().domain();
      if (target.isEmpty()) {
        step.close(Verdict.NEUTRAL, PostureReason.REPORTS_NO_MAILBOX);
      } else if (isInside(target.get(), organization)) {
        step.close(Verdict.NEUTRAL, PostureReason.REPORTS_INSIDE);
      } else {
        agreed(at, target.get(), step);
      }
    }
  }

  private record Destination(String tag, ReportUri uri) {}

  private static boolean isInside(String target, String organization) {
    var lower = target.toLowerCase(Locale.ROOT);
    var own = organization.toLowerCase(Locale.ROOT);
    return lower.equals(own) || lower.endsWith("." + own);
  }

  /// RFC 7489, 7.1: a record at `<domain>._report._dmarc.<target>` says so.
  private static void agreed(String domain, String target, Branch step)
      throws InterruptedException {
    var where = domain + "._report._dmarc." + target;
    var name = Names.parse(where);
    if (name.isEmpty()) {
      step.close(Verdict.NONE, PostureReason.NAME_TOO_LONG);
      return;
    }
    var question = new Question(name.get(), Type.TXT);
    switch (step.ask(question)) {
      case Answer.Records(_, var records) -> {
        var agreed =
            records.stream()
                .flatMap(record -> Part.text(record).stream())
                .filter(RecordParser::isRecord)
                .toList();
        agreed.stream()
            .flatMap(text -> RecordParser.parse(text).value("rua").stream())
            .limit(Part.MAX_TOLD)
            .forEach(instead -> step.note(PostureReason.REPORTS_INSTEAD, Value.of(instead)));
        step.close(
            Verdict.NEUTRAL,
            agreed.isEmpty() ? PostureReason.REPORTS_NOT_AGREED : PostureReason.REPORTS_AGREED,
            Value.domain(where));
      }
      case Answer.Failed failed -> new Part(step).failed(question, failed);
      case Answer.NoData _, Answer.Aliases _, Answer.NoSuchDomain _ ->
          step.close(Verdict.NEUTRAL, PostureReason.REPORTS_NOT_AGREED, Value.domain(where));
    }
  }
}
