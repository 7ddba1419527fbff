package org.whence.cli;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whence.report.Format;
import org.whence.report.Redaction;
import org.whence.report.ReportOptions;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The options that say how a report looks, and what is taken out of it.
final class LookOptions {
  @Option(
      names = "--defang",
      negatable = true,
      description = {
        "write addresses and names so that nothing makes links of them, or not.",
        "Default: in pages that are passed on, not in text; JSON and CSV hold the real values"
      })
  @Nullable Boolean defang;

  @Option(
      names = "--redact",
      description = {
        "take out what is not for others: recipients, local-parts, message identifiers,",
        "what stands in links behind the host, the hosts of the own network"
      })
  boolean redact;

  @Option(
      names = "--redact-only",
      paramLabel = "KIND",
      split = ",",
      converter = KindWord.class,
      description = {
        "take out these alone, several with commas:",
        "recipient, local-part, message-id, link, host"
      })
  Set<Redaction.Kind> kinds = new LinkedHashSet<>();

  private static final class KindWord implements ITypeConverter<Redaction.Kind> {
    @Override
    public Redaction.Kind convert(String word) {
      return Redaction.Kind.of(word)
          .orElseThrow(() ->
              new TypeConversionException(
                  "'" + word + "' is none of recipient, local-part, message-id, link, host"));
    }
  }

  /// What is taken out of reports.
  Set<Redaction.Kind> taken() {
    return redact ? Redaction.ALL : kinds;
  }

  @Option(
      names = "--without-exchanges",
      description = "leave the appendix with every DNS exchange out of pages")
  boolean withoutExchanges;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "auto, always or never. Default: auto")
  Color color = Color.auto;

  /// When to colour.
  enum Color {
    auto,
    always,
    never
  }

  /// How the report is to look: as its format wants it, and as its reader can see it.
  ///
  /// @param toFiles whether it goes into a file, and not to standard output
  ReportOptions of(Format chosen, boolean toFiles, Console console) {
    var terminal = !toFiles && console.outIsTerminal();
    var noColor = !console.environment().getOrDefault("NO_COLOR", "").isEmpty();
    var colored =
        switch (color) {
          case always -> true;
          case never -> false;
          case auto -> terminal && !noColor && !"dumb".equals(console.environment().get("TERM"));
        };
    var usual = ReportOptions.defaults(chosen);
    var unicode = toFiles || console.unicode();
    var defanged = defang == null ? usual.defanged() : defang;
    return new ReportOptions(unicode, colored, defanged, !withoutExchanges, false)
        .withRedacted(taken());
  }
}
