package org.whence.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
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

  static final List<Format> FORMATS = List.of(Format.TEXT, Format.JSON, Format.HTML);

  private AnyOctets() {}

  /// What came of them, a case each, with a report of each in every form that people read: at least
  /// one, unless a container holds none.
  public static List<Investigation> investigate(byte[] octets) throws IOException {
    var found = cases(octets);
    for (var each : found) {
      for (var format : FORMATS) {
        write(each, format);
      }
    }
    return found;
  }

  /// What came of them, a case each, without reports.
  static List<Investigation> cases(byte[] octets) throws IOException {
    var found = new ArrayList<Investigation>();
    try (var resolution = unanswered()) {
      walk(new Opener(Passwords.NONE).open(Source.STDIN, Contents.of(octets)), resolution, found);
    }
    return found;
  }

  static void write(Investigation investigation, Format format) throws IOException {
    Report.write(
        investigation, format, ReportOptions.defaults(format), OutputStream.nullOutputStream());
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

  private static Investigation one(Input input, Resolution resolution) {
    return new Investigator(resolution, CLOCK, Options.defaults())
        .investigate(input, ChainListener.NONE);
  }

  /// A recording without a line.
  private static Resolution unanswered() throws IOException {
    return Resolvers.replay(
        new ByteArrayInputStream(new byte[0]), "nothing", ResolverSettings.defaults(), CLOCK);
  }
}
