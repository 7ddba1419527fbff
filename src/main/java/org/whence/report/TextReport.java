package org.whence.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.whence.casefile.Notes;
import org.whence.investigation.Investigation;
import org.whence.report.Page.Fact;

/// The report as lines of text: the head, the tree, what a mail consists of, and what came of it
/// all.
final class TextReport {
  private static final int LABEL = 16;

  private final Wording wording;
  private final TextStyle style;

  TextReport(Wording wording, TextStyle style) {
    this.wording = wording;
    this.style = style;
  }

  /// @param notes what the analyst wrote, which stands last
  void write(Investigation investigation, Notes notes, OutputStream out) throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    var inputs = new InputWording(wording);
    var head = new Head(investigation, wording);
    for (var fact : head.facts()) {
      fact(fact, writer);
    }
    writer.write('\n');
    new TextTree(wording, style)
        .write(investigation.tree(), inputs.source(investigation.input().source()), writer);
    if (investigation.input().mime().isPresent()) {
      new TextMime(wording, style, writer).write(investigation.input().mime().get());
    }
    strips(investigation, writer);
    var summary = MailSentence.of(investigation, wording);
    if (summary.isPresent()) {
      writer.write('\n' + style.fit(summary.get()) + '\n');
    }
    remarks(Remarks.of(notes, investigation.tree(), wording), writer);
    writer.flush();
  }

  private void remarks(Remarks remarks, Writer writer) throws IOException {
    if (!remarks.all().isEmpty()) {
      writer.write('\n' + style.strong(remarks.title()) + '\n');
    }
    for (var remark : remarks.all()) {
      writer.write("  " + style.fit(remark.label()) + '\n');
      for (var line : remark.lines()) {
        writer.write("    " + style.fit(line) + '\n');
      }
    }
  }

  private void fact(Fact fact, Writer writer) throws IOException {
    var label = fact.label();
    for (var value : fact.values()) {
      writer.write(style.faint(label + " ".repeat(Math.max(1, LABEL - label.length()))));
      writer.write(style.fit(value));
      writer.write('\n');
      label = "";
    }
  }

  private void strips(Investigation investigation, Writer writer) throws IOException {
    var strips = new VerdictStrips(investigation, wording).all();
    if (!strips.isEmpty()) {
      writer.write('\n');
    }
    for (var strip : strips) {
      writer.write(style.strong(strip.label()) + "  ");
      writer.write(
          strip.badges().stream()
              .map(badge -> style.fit(badge.mark()) + " " + badge.text())
              .collect(Collectors.joining("  ")));
      writer.write('\n');
    }
  }
}
