package org.whence.report;

import java.io.IOException;
import org.whence.mail.mime.Entity;

/// What a mail consists of and where it leads, as lines of text.
final class TextMime {
  private static final String INDENT = "    ";

  private final Wording wording;
  private final MimeWording words;
  private final TextStyle style;
  private final Appendable out;

  TextMime(Wording wording, TextStyle style, Appendable out) {
    this.wording = wording;
    this.words = new MimeWording(wording);
    this.style = style;
    this.out = out;
  }

  void write(Entity root) throws IOException {
    var mail = words.mail(root);
    title("report.parts");
    for (var part : mail.parts()) {
      part(part);
    }
    line("", mail.moreParts().orElse(""));
    if (!mail.links().isEmpty()) {
      title("report.links");
    }
    for (var link : mail.links()) {
      link(link);
    }
    line("", mail.moreLinks().orElse(""));
  }

  private void title(String key) throws IOException {
    out.append('\n').append(style.strong(wording.text(key))).append('\n');
  }

  private void part(MimeWording.Part part) throws IOException {
    line("", part.path() + "  " + part.what() + "  " + part.size());
    line(INDENT, part.sha256().isEmpty() ? "" : "SHA-256 " + part.sha256());
    for (var note : part.notes()) {
      line(INDENT, style.note() + " " + note);
    }
  }

  private void link(MimeWording.Row link) throws IOException {
    line("", link.part() + "  " + link.kind() + "  " + link.target());
    line(INDENT, link.shown().isEmpty() ? "" : wording.words("link.shown", link.shown()));
    line(INDENT, link.note().isEmpty() ? "" : style.note() + " " + link.note());
  }

  private void line(String indent, String text) throws IOException {
    if (!text.isEmpty()) {
      out.append(indent).append(style.fit(text)).append('\n');
    }
  }
}
