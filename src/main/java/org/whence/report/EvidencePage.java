package org.whence.report;

import java.util.List;
import org.whence.chain.Verdict;
import org.whence.investigation.Investigation;
import org.whence.investigation.MailResult;
import org.whence.report.Page.Titles;

/// An investigation as a page: what was given, what came of it, all evidence.
final class EvidencePage {
  private EvidencePage() {}

  /// @param options whether every exchange is shown in an appendix, and what the analyst wrote
  static Page of(Investigation investigation, Wording wording, ReportOptions options) {
    var exchanges = options.exchanges();
    var tree = new PageTree(wording, exchanges);
    var title = new InputWording(wording).source(investigation.input().source());
    var root = tree.root(investigation.tree(), title);
    var head = new Head(investigation, wording);
    var mail =
        investigation
            .input()
            .mime()
            .map(whole -> new MimeWording(wording).mail(whole))
            .orElse(MimeWording.Mail.NONE);
    return new Page(
        new Titles(
            title,
            wording.text("evidence.kind"),
            wording.text("evidence.subjects"),
            wording.text("evidence.tree")),
        new VerdictStrips(investigation, wording).all(),
        MailSentence.of(investigation, wording).orElse(""),
        Remarks.of(options.notes(), investigation.tree(), wording),
        claims(investigation, wording),
        exchanges ? head.facts() : head.withoutExchanges(),
        head.subjects(),
        root,
        mail,
        tree.sheets(),
        head.footer());
  }

  private static List<Page.Claimed> claims(Investigation investigation, Wording wording) {
    var table = new ClaimTable(wording);
    return investigation
        .mail()
        .flatMap(MailResult::claims)
        .map(table::rows)
        .orElse(List.of())
        .stream()
        .map(row ->
            new Page.Claimed(
                PageTree.id(row.path()),
                row.field(),
                row.believed(),
                row.counts(),
                row.claimed(),
                row.ours().map(Verdict::word).orElse(""),
                row.agreement().word(),
                row.causes()))
        .toList();
  }
}
