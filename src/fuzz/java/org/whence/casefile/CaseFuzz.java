package org.whence.casefile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.whence.chain.ChainListener;

/// Any octets at all, as an archive and as the parts of one, are a case that can be looked at, or
/// are refused in one line.
public final class CaseFuzz {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-23T15:40:00Z"));

  /// Ends a part, where octets are taken for the parts of an archive.
  private static final byte END = '\f';

  private CaseFuzz() {}

  /// What the fuzzer calls.
  public static void fuzzerTestOneInput(byte[] octets) throws IOException {
    look(octets);
    look(packed(octets));
  }

  private static void look(byte[] octets) {
    try {
      var kept = CaseReader.read("fuzz", octets);
      kept.damages().forEach(CaseFuzz::oneLine);
      try (var resolution = kept.resolution("fuzz", CLOCK)) {
        var found = kept.investigate(resolution, CLOCK, ChainListener.NONE);
        kept.judgedOtherwise(found);
        kept.notes().in(found.tree());
        CaseWriter.write(kept, new ByteArrayOutputStream(), CLOCK);
      }
    } catch (IOException refused) {
      oneLine(String.valueOf(refused.getMessage()));
    }
  }

  private static void oneLine(String told) {
    if (told.isBlank() || told.length() > 100_000) {
      throw new IllegalStateException("nothing that can be told: " + told);
    }
  }

  /// The octets as parts, each without what a fuzzer does not guess: checksums and lengths.
  private static byte[] packed(byte[] octets) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      var begin = 0;
      for (var part : Part.values()) {
        var end = begin;
        while (end < octets.length && octets[end] != END) {
          end++;
        }
        if (end > begin) {
          zip.putNextEntry(new ZipEntry(part.entry()));
          zip.write(octets, begin, end - begin);
          zip.closeEntry();
        }
        begin = Math.min(octets.length, end + 1);
      }
    }
    return out.toByteArray();
  }
}
