package org.whence.gui.model;

import org.whence.report.Format;
import org.whence.report.ReportOptions;

/// How the analyst wants reports that leave the window.
///
/// @param defanged whether values are defanged also where a format would not
/// @param redacted whether what is not for others is taken out
/// @param exchanges whether pages have an appendix with every exchange
public record ExportChoice(boolean defanged, boolean redacted, boolean exchanges) {
  /// Everything, as each format usually is.
  public static final ExportChoice USUAL = new ExportChoice(false, false, true);

  ReportOptions options(Format format) {
    var usual = ReportOptions.defaults(format).withRedacted(redacted).withExchanges(exchanges);
    return defanged ? usual.withDefanged(true) : usual;
  }
}
