package org.whence.report;

import java.util.Set;
import org.whence.casefile.Notes;

/// How a report is to look, and what it tells beside what was found.
///
/// @param unicode whether text is drawn with Unicode lines and marks; ASCII alone otherwise
/// @param color whether text is coloured for a terminal
/// @param defanged whether addresses and names are written so that nothing makes links of them;
///   JSON and CSV always hold the real values
/// @param exchanges whether pages have an appendix with every exchange
/// @param taken what is taken out, being not for others, see [Redaction]
/// @param notes what the analyst wrote
/// @param writing what is written into fields, log lines and rules
public record ReportOptions(
    boolean unicode,
    boolean color,
    boolean defanged,
    boolean exchanges,
    Set<Redaction.Kind> taken,
    Notes notes,
    Writing writing) {

  public ReportOptions {
    taken = Set.copyOf(taken);
  }

  /// Without anything that the analyst wrote, and with the usual things in fields, log lines and
  /// rules.
  ///
  /// @param redacted whether all that is not for others is taken out
  public ReportOptions(
      boolean unicode, boolean color, boolean defanged, boolean exchanges, boolean redacted) {
    this(
        unicode,
        color,
        defanged,
        exchanges,
        redacted ? Redaction.ALL : Set.of(),
        Notes.NONE,
        Writing.usual());
  }

  /// What is wanted where nobody says otherwise: a page is passed on, so it is defanged; text is
  /// read where it was made, and its values are used further.
  public static ReportOptions defaults(Format format) {
    return switch (format) {
      case HTML, PDF, MARKDOWN, SVG, PNG -> new ReportOptions(true, false, true, true, false);
      default -> new ReportOptions(true, false, false, true, false);
    };
  }

  /// Whether anything is taken out.
  public boolean redacted() {
    return !taken.isEmpty();
  }

  /// The same, defanged or not.
  public ReportOptions withDefanged(boolean wanted) {
    return new ReportOptions(unicode, color, wanted, exchanges, taken, notes, writing);
  }

  /// The same, with or without the exchanges.
  public ReportOptions withExchanges(boolean wanted) {
    return new ReportOptions(unicode, color, defanged, wanted, taken, notes, writing);
  }

  /// The same, with all that is not for others taken out, or nothing.
  public ReportOptions withRedacted(boolean wanted) {
    return withRedacted(wanted ? Redaction.ALL : Set.of());
  }

  /// The same, with these kinds of things taken out.
  public ReportOptions withRedacted(Set<Redaction.Kind> kinds) {
    return new ReportOptions(unicode, color, defanged, exchanges, kinds, notes, writing);
  }

  /// The same with what the analyst wrote.
  public ReportOptions withNotes(Notes written) {
    return new ReportOptions(unicode, color, defanged, exchanges, taken, written, writing);
  }

  /// The same, with other things in fields, log lines and rules.
  public ReportOptions withWriting(Writing wanted) {
    return new ReportOptions(unicode, color, defanged, exchanges, taken, notes, wanted);
  }

  TextStyle style() {
    return new TextStyle(unicode, color);
  }
}
