package org.whence.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whence.casefile.WholeFile;
import org.whence.investigation.CaseMark;
import org.whence.report.Format;
import org.whence.report.Redaction;
import org.whence.report.Writing;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

  @Mixin OverwriteOptions overwriting = new OverwriteOptions();
  @Mixin LookOptions look = new LookOptions();

  /// What is taken out of reports.
  Set<Redaction.Kind> taken() {
    return look.taken();
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

  /// Opens everything that the answer goes to. What cannot be written, and what would be lost, is
  /// told before anything is asked.
  ///
  /// @param writing what is written into fields, log lines and rules
  /// @param recording the file that a recording is written to anew
  Targets open(Console console, Writing writing, Optional<Path> recording)
      throws CommandException, IOException {
    var formats = formats();
    checkNames();
    var saved = caseFile();
    if (saved.isPresent() && Files.exists(saved.get())) {
      throw new CommandException(
          ExitStatus.IO, saved.get() + ": is there already, with notes perhaps; name another file");
    }
    overwriting.check(Stream.concat(reports().stream(), recording.stream()).toList(), console);
    var targets = new Targets(console);
    try {
      for (var i = 0; i < formats.size(); i++) {
        var report = look.of(formats.get(i), toFiles(), console).withWriting(writing);
        if (outputs.isEmpty()) {
          targets.add(formats.get(i), report, standard(formats.get(i), console));
        } else {
          targets.add(formats.get(i), report, WholeFile.open(reports().get(i), true));
        }
      }
      return targets;
    } catch (CommandException | IOException e) {
      targets.close();
      throw e;
    }
  }

  /// Of two that go into one file, one would be lost.
  private void checkNames() throws CommandException {
    var names = new HashSet<Path>();
    for (var file : outputs) {
      var isFile = Files.isRegularFile(file) || !Files.exists(file);
      if (isFile && !names.add(file.toAbsolutePath().normalize())) {
        throw new CommandException(
            ExitStatus.USAGE, "--output: " + file + " is named twice; name another file");
      }
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
}
