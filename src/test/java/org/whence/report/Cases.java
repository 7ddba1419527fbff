package org.whence.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.whence.chain.ChainListener;
import org.whence.dns.ResolverSettings;
import org.whence.investigation.Investigation;
import org.whence.investigation.Investigator;
import org.whence.investigation.Options;
import org.whence.investigation.Parameters;
import org.whence.investigation.SampleCase;

/// Investigations to write reports of.
final class Cases {
  static final Instant NOW = Instant.parse("2026-11-23T15:40:12.345Z");

  private Cases() {}

  /// The bundled sample case, at a time and of a version that do not change.
  static Investigation sample() throws IOException {
    try (var resolution = SampleCase.resolution(ResolverSettings.defaults())) {
      var found =
          new Investigator(resolution, () -> NOW, Options.defaults())
              .investigate(SampleCase.input(), ChainListener.NONE);
      var parameters =
          new Parameters("1.2.3", found.parameters().resolver(), found.parameters().options());
      return new Investigation(
          found.input(),
          parameters,
          found.started(),
          NOW.plusMillis(420),
          found.stopped(),
          found.hops(),
          found.iprev(),
          found.tree());
    }
  }

  static String written(Investigation investigation, Format format, ReportOptions options)
      throws IOException {
    var out = new ByteArrayOutputStream();
    Report.write(investigation, format, options, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  static String written(Investigation investigation, Format format) throws IOException {
    return written(investigation, format, ReportOptions.defaults(format));
  }
}
