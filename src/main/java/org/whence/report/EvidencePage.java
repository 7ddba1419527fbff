package org.whence.report;

import org.whence.investigation.Investigation;
import org.whence.report.Page.Titles;

/// An investigation as a page: what was given, what came of it, all evidence.
final class EvidencePage {
  private EvidencePage() {}

  static Page of(Investigation investigation, Wording wording) {
    var tree = new PageTree(wording);
    var title = new InputWording(wording).source(investigation.input().source());
    var root = tree.root(investigation.tree(), title);
    var head = new Head(investigation, wording);
    return new Page(
        new Titles(
            title,
            wording.text("evidence.kind"),
            wording.text("evidence.subjects"),
            wording.text("evidence.tree")),
        head.strips(),
        head.facts(),
        head.subjects(),
        root,
        investigation
            .input()
            .mime()
            .map(mail -> new MimeWording(wording).mail(mail))
            .orElse(MimeWording.Mail.NONE),
        tree.sheets(),
        head.footer());
  }
}
