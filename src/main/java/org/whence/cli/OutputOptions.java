package org.whence.cli;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.whence.investigation.CaseMark;
import org.whence.report.Format;
import org.whence.report.Redaction;
import org.whence.report.ReportOptions;
import org.whence.report.Writing;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The options of `check` and `demo` that say where the answer goes, and how it looks.
final class OutputOptions {
  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = {
        "text, json, csv, html, pdf, markdown, svg, png, stix, misp, arf or xarf;",
        "authentication-results, received-spf, log, and rules-nftables, rules-ipset, rules-pf,",
        "rules-postfix, rules-fail2ban, rules-list are what a server writes, and blocks.",
        "Default: text, or what the ending of --output says"
      })
  @Nullable String format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = {
        "write there instead of standard output; may be repeated, each in its own format.",
        "A .whence file is the whole case, to be checked again and opened in the window"
      })
  List<Path> outputs = new ArrayList<>();

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

  /// The formats that are to be written: that of each file, or the one of standard output.
  List<Format> formats() throws CommandException {
    if (outputs.isEmpty()) {
      return List.of(chosen().orElse(Format.TEXT));
    }
    var chosen = chosen();
    var reports = reports();
    // One file is written as asked for, whatever it is called; several tell their formats.
    return reports.stream()
        .map(file -> Format.byName(String.valueOf(file.getFileName())))
        .map(known -> reports.size() == 1 ? chosen.or(() -> known) : known.or(() -> chosen))
        .map(format -> format.orElse(Format.TEXT))
        .toList();
  }

  private List<Path> reports() {
    return outputs.stream().filter(file -> !CaseMark.isNamed(file)).toList();
  }

  /// The file that the case is to be saved in.
  Optional<Path> caseFile() {
    return outputs.stream().filter(CaseMark::isNamed).findFirst();
  }

  /// Tells what cannot be a case, before anything is done.
  ///
  /// @param possible whether one investigation is made, and nothing else
  void checkCase(boolean possible) throws CommandException {
    if (caseFile().isEmpty()) {
      return;
    }
    if (!possible || outputs.size() - reports().size() > 1) {
      throw new CommandException(
          ExitStatus.USAGE,
          "--output: a case holds one investigation; name one case and one input, without --plan,"
              + " --compare and --resume");
    }
    if (!taken().isEmpty()) {
      throw new CommandException(
          ExitStatus.USAGE, "--redact: a case holds everything; write it without --redact");
    }
    if (format != null && reports().isEmpty()) {
      throw new CommandException(
          ExitStatus.USAGE, "--format: a case has a form of its own; leave it out");
    }
  }

  private Optional<Format> chosen() throws CommandException {
    if (format == null) {
      return Optional.empty();
    }
    var found = Format.byWord(format);
    if (found.isEmpty()) {
      throw new CommandException(
          ExitStatus.USAGE,
          "--format: '" + format + "' is none; choose one of " + names(_ -> true));
    }
    return found;
  }

  /// The words of formats, for a message.
  static String names(Predicate<Format> wanted) {
    return Arrays.stream(Format.values())
        .filter(wanted)
        .map(Format::word)
        .collect(Collectors.joining(", "));
  }

  /// Whether the answer goes into files.
  boolean toFiles() {
    return !outputs.isEmpty();
  }

  /// Opens everything that the answer goes to. What cannot be written is told before anything is
  /// asked.
  ///
  /// @param writing what is written into fields, log lines and rules
  Targets open(Console console, Writing writing) throws CommandException {
    var formats = formats();
    var saved = caseFile();
    if (saved.isPresent() && Files.exists(saved.get())) {
      throw new CommandException(
          ExitStatus.IO, saved.get() + ": is there already, with notes perhaps; name another file");
    }
    var opened = new ArrayList<Targets.Target>();
    try {
      for (var i = 0; i < formats.size(); i++) {
        var out = outputs.isEmpty() ? standard(formats.get(i), console) : file(reports().get(i));
        opened.add(
            new Targets.Target(
                formats.get(i), report(formats.get(i), console).withWriting(writing), out));
      }
      return new Targets(opened);
    } catch (CommandException e) {
      for (var target : opened) {
        target.closeAfter(e);
      }
      throw e;
    }
  }

  private static OutputStream standard(Format format, Console console) throws CommandException {
    if (format.isBinary() && console.outIsTerminal()) {
      throw new CommandException(
          ExitStatus.USAGE,
          "--format: " + format.word() + " is nothing for a terminal; name a file with --output");
    }
    return new Answer(console);
  }

  private static OutputStream file(Path output) throws CommandException {
    try {
      Files.newOutputStream(output).close();
      // Not a channel: it would be closed by the interruption that stops a run.
      return new BufferedOutputStream(new FileOutputStream(output.toFile()), 1 << 16);
    } catch (FileAlreadyExistsException e) {
      throw new CommandException(ExitStatus.IO, output + ": is a directory; name a file in it");
    } catch (IOException e) {
      throw new CommandException(
          ExitStatus.IO, output + ": cannot be written: " + cause(e) + "; choose another file");
    }
  }

  private static String cause(IOException e) {
    return switch (e) {
      case java.nio.file.NoSuchFileException _ -> "its folder does not exist";
      case java.nio.file.AccessDeniedException _ -> "permission denied";
      case java.nio.file.FileSystemException system when system.getReason() != null ->
          system.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }

  /// How the report is to look: as its format wants it, and as its reader can see it.
  private ReportOptions report(Format chosen, Console console) {
    var terminal = outputs.isEmpty() && console.outIsTerminal();
    var noColor = !console.environment().getOrDefault("NO_COLOR", "").isEmpty();
    var colored =
        switch (color) {
          case always -> true;
          case never -> false;
          case auto -> terminal && !noColor && !"dumb".equals(console.environment().get("TERM"));
        };
    var usual = ReportOptions.defaults(chosen);
    var unicode = !outputs.isEmpty() || console.unicode();
    var defanged = defang == null ? usual.defanged() : defang;
    return new ReportOptions(unicode, colored, defanged, !withoutExchanges, false)
        .withRedacted(taken());
  }
}
