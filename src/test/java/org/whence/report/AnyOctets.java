package org.whence.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.whence.chain.ChainListener;
import org.whence.dns.Resolution;
import org.whence.dns.ResolverSettings;
import org.whence.dns.Resolvers;
import org.whence.investigation.Contents;
import org.whence.investigation.Input;
import org.whence.investigation.Investigation;
import org.whence.investigation.Investigator;
import org.whence.investigation.Opened;
import org.whence.investigation.Opener;
import org.whence.investigation.Options;
import org.whence.investigation.Source;
import org.whence.mail.container.Passwords;

/// Octets from anywhere, opened, investigated and written down, as the command line does it. Every
/// question is asked and gets no answer.
public final class AnyOctets {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-23T15:40:00Z"));

  /// How many cases of one container are investigated.
  private static final int MAX_CASES = 20;

  private AnyOctets() {}

  /// What came of them, a case each: at least one, unless a container holds none.
  public static List<Investigation> investigate(byte[] octets) throws IOException {
    var found = new ArrayList<Investigation>();
    try (var resolution = unanswered()) {
      walk(new Opener(Passwords.NONE).open(Source.STDIN, Contents.of(octets)), resolution, found);
    }
    return found;
  }

  private static void walk(Opened opened, Resolution resolution, List<Investigation> found)
      throws IOException {
    switch (opened) {
      case Opened.Case(var input) -> found.add(one(input, resolution));
      case Opened.CaseFile _ -> {}
      case Opened.Several(_, var enclosed, _) -> {
        for (var each : enclosed) {
          if (found.size() < MAX_CASES) {
            walk(each.open(), resolution, found);
          }
        }
      }
    }
  }

  private static Investigation one(Input input, Resolution resolution) throws IOException {
    var investigation =
        new Investigator(resolution, CLOCK, Options.defaults())
            .investigate(input, ChainListener.NONE);
    for (var format : List.of(Format.TEXT, Format.JSON, Format.HTML)) {
      Report.write(
          investigation, format, ReportOptions.defaults(format), new ByteArrayOutputStream());
    }
    return investigation;
  }

  /// A recording without a line.
  private static Resolution unanswered() throws IOException {
    return Resolvers.replay(
        new ByteArrayInputStream(new byte[0]), "nothing", ResolverSettings.defaults(), CLOCK);
  }
}
