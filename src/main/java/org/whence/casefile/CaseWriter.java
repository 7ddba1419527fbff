package org.whence.casefile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.whence.investigation.CaseMark;

/// Writes cases.
public final class CaseWriter {
  private CaseWriter() {}

  /// Saves a case: whole or not at all.
  ///
  /// @param replace whether a file of this name is replaced
  /// @throws IOException in one line, where it cannot be written
  public static void save(CaseFile kept, Path file, boolean replace, InstantSource clock)
      throws IOException {
    WholeFile.write(file, replace, out -> write(kept, out, clock));
  }

  /// Writes a case and leaves the stream open.
  static void write(CaseFile kept, OutputStream out, InstantSource clock) throws IOException {
    var contents = new EnumMap<Part, Content>(Part.class);
    parts(kept).forEach((part, octets) -> contents.put(part, Content.of(octets)));
    write(kept.provenance(), contents, out, clock);
  }

  /// The same with the contents of its parts.
  static void write(
      Provenance provenance, Map<Part, Content> parts, OutputStream out, InstantSource clock)
      throws IOException {
    var saved = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var manifest = Manifest.write(parts, saved, provenance.clockOffset());
    var time = LocalDateTime.ofInstant(saved, ZoneOffset.UTC);
    var zip = new ZipOutputStream(out);
    zip.putNextEntry(mark(time));
    zip.write(CaseMark.TYPE.getBytes(StandardCharsets.US_ASCII));
    put(Part.MANIFEST, Content.of(manifest), time, zip);
    for (var part : parts.entrySet()) {
      check(part.getKey(), part.getValue().size());
      put(part.getKey(), part.getValue(), time, zip);
    }
    zip.finish();
  }

  /// A case that could not be read again is not written.
  static void check(Part part, long size) throws IOException {
    if (size > part.limit()) {
      throw new IOException(
          "its part '%s' would be larger than %d MB, which is all that a case holds"
              .formatted(part.entry(), part.limit() / (1024 * 1024)));
    }
  }

  /// The first entry is stored as it is, so that the file is known by its first octets.
  private static ZipEntry mark(LocalDateTime time) {
    var octets = CaseMark.TYPE.getBytes(StandardCharsets.US_ASCII);
    var entry = new ZipEntry(Part.TYPE.entry());
    var checksum = new CRC32();
    checksum.update(octets);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(octets.length);
    entry.setCrc(checksum.getValue());
    entry.setTimeLocal(time);
    return entry;
  }

  private static void put(Part part, Content content, LocalDateTime time, ZipOutputStream zip)
      throws IOException {
    var entry = new ZipEntry(part.entry());
    entry.setTimeLocal(time);
    zip.putNextEntry(entry);
    content.octets().to(zip);
    zip.closeEntry();
  }

  /// The parts beside type and manifest, in their order.
  static Map<Part, byte[]> parts(CaseFile kept) {
    var evidence = kept.evidence();
    var parts = new EnumMap<Part, byte[]>(Part.class);
    parts.put(Part.ORIGINAL, evidence.input().octets());
    parts.put(Part.SETTINGS, settings(evidence));
    parts.put(Part.NOTES, NotesPart.write(kept.notes()));
    parts.put(Part.VERDICTS, VerdictsPart.write(evidence));
    if (!evidence.documents().isEmpty()) {
      parts.put(Part.DOCUMENTS, DocumentsPart.write(evidence.documents()));
    }
    evidence
        .options()
        .suffixList()
        .flatMap(list -> list.text())
        .ifPresent(text -> parts.put(Part.SUFFIXES, text.getBytes(StandardCharsets.UTF_8)));
    if (evidence.keys().length > 0) {
      parts.put(Part.KEYS, evidence.keys());
    }
    parts.put(Part.RECORDING, evidence.recording());
    return parts;
  }

  static byte[] settings(Evidence evidence) {
    return JsonOctets.of(json -> {
      ProvenancePart.write(evidence.provenance(), json);
      json.writeObjectPropertyStart("input");
      OriginPart.write(evidence.input(), json);
      json.writeEndObject();
      json.writeObjectPropertyStart("options");
      SettingsPart.write(evidence.options(), json);
      json.writeEndObject();
    });
  }
}
