package org.whence.cli;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.whence.report.Format;
import org.whence.report.ReportOptions;
import picocli.CommandLine.Option;

/// The options of `check` and `demo` that say where the answer goes, and how it looks.
final class OutputOptions {
  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "text, json, csv or html. Default: text, or what the ending of --output says")
  @Nullable String format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "write there instead of standard output")
  @Nullable Path output;

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

  /// The format that was asked for, or that the output file's ending says.
  Format format() throws CommandException {
    if (format != null) {
      return Format.byWord(format)
          .orElseThrow(() ->
              new CommandException(
                  ExitStatus.USAGE,
                  "--format: '" + format + "' is none; choose one of " + names()));
    }
    if (output == null) {
      return Format.TEXT;
    }
    var name = String.valueOf(output.getFileName());
    return Format.byEnding(name.substring(name.lastIndexOf('.') + 1)).orElse(Format.TEXT);
  }

  private static String names() {
    return Arrays.stream(Format.values()).map(Format::word).collect(Collectors.joining(", "));
  }

  /// Where the answer goes.
  OutputStream open(Console console) throws CommandException {
    if (output == null) {
      return new Answer(console);
    }
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
  ReportOptions report(Format chosen, Console console) {
    var terminal = output == null && console.outIsTerminal();
    var noColor = !console.environment().getOrDefault("NO_COLOR", "").isEmpty();
    var colored =
        switch (color) {
          case always -> true;
          case never -> false;
          case auto -> terminal && !noColor && !"dumb".equals(console.environment().get("TERM"));
        };
    var usual = ReportOptions.defaults(chosen);
    var unicode = output != null || console.unicode();
    return new ReportOptions(unicode, colored, usual.defanged());
  }
}
