package org.whence.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.whence.casefile.FileProblem;
import org.whence.casefile.WholeFile;
import org.whence.investigation.Investigation;
import org.whence.receiver.LogLine;
import org.whence.receiver.Products;
import org.whence.report.BlockWords;
import org.whence.report.Report;
import org.whence.report.Wording;
import org.whence.report.Writing;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The options of `check` that write what a receiving server writes, and rules that block a client.
final class ProductOptions {
  private static final long MOST_ENTERPRISE = 4_294_967_295L;

  @Option(
      names = "--products",
      paramLabel = "DIR",
      description = {
        "also write Authentication-Results, Received-SPF, a log line, and rules that block the",
        "client into this folder; addresses of special use and your own relays get no rule"
      })
  @Nullable Path folder;

  @Option(
      names = "--expires",
      paramLabel = "D",
      converter = Span.class,
      description = "how long a block lasts: 12h, 7d. Default: 7d")
  Duration expires = Products.Wanted.WEEK;

  @Option(
      names = "--ticket",
      paramLabel = "TEXT",
      description = "the case that a block's comment names. Default: the input")
  @Nullable String ticket;

  @Option(
      names = "--enterprise",
      paramLabel = "N",
      description = "the private enterprise number of the log line. Default: 32473, an example's")
  long enterprise = LogLine.DOCUMENTATION_ENTERPRISE;

  /// Hours and days.
  static final class Span implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,4})([mhd])");

    @Override
    public Duration convert(String text) {
      var form = FORM.matcher(text);
      if (!form.matches()) {
        throw new TypeConversionException("'" + text + "' is no span; write 30m, 12h or 7d");
      }
      var number = Long.parseLong(form.group(1));
      return switch (form.group(2)) {
        case "m" -> Duration.ofMinutes(number);
        case "h" -> Duration.ofHours(number);
        default -> Duration.ofDays(number);
      };
    }
  }

  /// Writes the files, where they are wanted.
  void write(Investigation found, Console console) throws CommandException {
    if (folder == null) {
      return;
    }
    var written = Report.products(found, writing(), Optional.empty());
    if (written.isEmpty()) {
      console.tell("--products: nothing was written; no client's address is known");
      return;
    }
    var products = written.get();
    try {
      Files.createDirectories(folder);
      for (var product : products.all()) {
        var text = product.text().getBytes(StandardCharsets.UTF_8);
        WholeFile.write(folder.resolve(product.kind().fileName()), true, out -> out.write(text));
      }
    } catch (FileProblem e) {
      throw CommandException.of(ExitStatus.IO, e);
    } catch (IOException e) {
      throw new CommandException(
          ExitStatus.IO,
          folder + ": cannot be written (" + e.getMessage() + "); choose another folder");
    }
    BlockWords.refusal(products.offer(), Wording.load())
        .ifPresent(why -> console.tell("--products: " + why));
  }

  /// What is written into them, and into reports of these forms.
  Writing writing() throws CommandException {
    if (enterprise < 0 || enterprise > MOST_ENTERPRISE) {
      throw new CommandException(
          ExitStatus.USAGE, "--enterprise: " + enterprise + " is no private enterprise number");
    }
    return new Writing(enterprise, Optional.ofNullable(ticket), expires);
  }
}
