package org.whence.casefile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import org.whence.TestZone;
import org.whence.chain.ChainListener;
import org.whence.dns.Resolution;
import org.whence.dns.ResolutionOf;
import org.whence.dns.ResolverSettings;
import org.whence.investigation.Input;
import org.whence.investigation.Investigation;
import org.whence.investigation.Investigator;
import org.whence.investigation.Options;
import org.whence.investigation.SampleCase;

/// Cases to save and to read.
final class Samples {
  static final InstantSource CLOCK = InstantSource.fixed(TestZone.NOW);

  private Samples() {}

  /// An investigation, and the case of it.
  record Made(Investigation investigation, CaseFile kept) {}

  static Made sample() {
    try (var resolution = SampleCase.resolution(ResolverSettings.defaults())) {
      return made(SampleCase.input(), resolution, Options.defaults(), Notes.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Made made(Input input, TestZone zone, Options options) {
    var resolution = ResolutionOf.resolver("test", zone);
    return made(input, resolution, options, Notes.NONE);
  }

  static Made made(Input input, Resolution resolution, Options options, Notes notes) {
    var recording = new ByteArrayOutputStream();
    var investigator = new Investigator(resolution.into(recording), CLOCK, options);
    var investigation = investigator.investigate(input, ChainListener.NONE);
    var kept =
        CaseFile.of(
            investigation,
            new CaseFile.Heard(resolution.named(), recording.toByteArray(), new byte[0]),
            notes);
    return new Made(investigation, kept);
  }

  static byte[] octets(CaseFile kept) {
    var out = new ByteArrayOutputStream();
    try {
      CaseWriter.write(kept, out, CLOCK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static CaseFile read(byte[] octets) throws IOException {
    return CaseReader.read("a.whence", octets);
  }

  static Investigation replayed(CaseFile kept) throws IOException {
    try (var resolution = kept.resolution("a.whence", CLOCK)) {
      return kept.investigate(resolution, CLOCK, ChainListener.NONE);
    }
  }
}
