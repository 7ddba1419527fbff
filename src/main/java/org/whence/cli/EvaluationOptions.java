package org.whence.cli;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whence.spf.SpfOptions;
import org.whence.spf.Supposition;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The options that tell more of SPF than its result, and change none.
final class EvaluationOptions {
  @Option(
      names = "--spf-rest",
      description = {
        "also evaluate what stands behind the decision of an SPF record: what would the",
        "rest say. Changes no result"
      })
  boolean rest;

  @Option(
      names = "--what-if",
      paramLabel = "SEEN",
      converter = Suppositions.class,
      description = {
        "also tell what SPF would say of another client, HELO or sender:",
        "ip=192.0.2.1,helo=mx.example.org,mail-from=a@example.org, one of them or several.",
        "May be repeated. Changes no result"
      })
  List<Supposition> whatIf = new ArrayList<>();

  SpfOptions options() {
    return SpfOptions.defaults().withBeyond(rest).withType99(rest).withSuppositions(whatIf);
  }

  /// Reads what is supposed.
  static final class Suppositions implements ITypeConverter<Supposition> {
    @Override
    public Supposition convert(String text) {
      var ip = Optional.<InetAddress>empty();
      var helo = Optional.<String>empty();
      var mailFrom = Optional.<String>empty();
      // A sender may hold a comma, so that only one before a key parts.
      for (var part : text.split(",(?=(?:ip|helo|mail-from)=)", -1)) {
        var value = part.substring(part.indexOf('=') + 1);
        switch (part.substring(0, Math.max(0, part.indexOf('=')))) {
          case "ip" -> ip = Optional.of(new RunOptions.Literals().convert(value));
          case "helo" -> helo = Optional.of(value);
          case "mail-from" -> mailFrom = Optional.of(value);
          default ->
              throw new TypeConversionException(
                  "'"
                      + part
                      + "' supposes nothing; write ip=192.0.2.1, helo=NAME or"
                      + " mail-from=ADDRESS, with commas between several");
        }
      }
      return new Supposition(ip, helo, mailFrom);
    }
  }
}
