package org.whence.casefile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whence.dns.History;
import org.whence.investigation.CaseMark;
import org.whence.investigation.InputFile;
import org.whence.investigation.KeptInput;
import org.whence.investigation.Options;
import org.whence.investigation.Version;
import org.whence.mail.Sha256;

/// Reads cases. Sends nothing, writes nothing, and asks nobody for anything but the octets.
public final class CaseReader {
  private final String name;
  private final Map<Part, byte[]> parts;
  private final List<String> damages = new ArrayList<>();

  private CaseReader(String name, Map<Part, byte[]> parts) {
    this.name = name;
    this.parts = parts;
  }

  /// Reads a file.
  ///
  /// @throws IOException as below, or where the file cannot be read
  public static CaseFile read(Path file) throws IOException {
    return read(String.valueOf(file.getFileName()), InputFile.octets(file));
  }

  /// Whether a file begins as a case does.
  public static boolean isCase(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return CaseMark.isOn(in.readNBytes(CaseMark.LENGTH));
    }
  }

  /// Reads octets.
  ///
  /// @param name what they are called in what is told; hostile
  /// @throws IOException in one line, where this is no case, of a newer format, or its original is
  ///   lost; whatever else is damaged is told by the case
  public static CaseFile read(String name, byte[] octets) throws IOException {
    try {
      var entries = Entries.of(octets);
      var reader = new CaseReader(name, entries.whole());
      reader.tellOf(entries);
      return reader.read(CaseMark.isOn(octets), entries);
    } catch (IOException e) {
      throw new IOException(name + ": " + e.getMessage(), e);
    }
  }

  /// Reads the parts of a case that was never put together: nothing says what they should be.
  static CaseFile recovered(String name, Map<Part, byte[]> parts) throws IOException {
    var original = parts.get(Part.ORIGINAL);
    if (original == null) {
      throw new IOException(name + ": the original is lost; there is nothing to investigate");
    }
    return new CaseReader(name, parts)
        .read(original, Optional.empty(), parts.getOrDefault(Part.RECORDING, new byte[0]));
  }

  private void tellOf(Entries entries) {
    entries.twice().forEach(part -> tell(part, "is there several times; the first is used"));
    entries.strangers().stream()
        .limit(3)
        .forEach(stranger -> tell("'" + stranger + "' is no part of a case, and is left alone"));
  }

  private CaseFile read(boolean marked, Entries entries) throws IOException {
    var manifest = manifest();
    if (!marked && manifest.isEmpty()) {
      throw new IOException("is no case of Whence; check it under another name");
    }
    if (manifest.isPresent() && manifest.get().format() > Manifest.FORMAT) {
      throw new IOException(
          "is a case of format "
              + manifest.get().format()
              + ", written by Whence "
              + manifest.get().version()
              + "; Whence "
              + Version.current()
              + " reads format "
              + Manifest.FORMAT
              + ": open it with that version or a newer one");
    }
    manifest.ifPresentOrElse(
        this::verify, () -> tell("its manifest is lost: nobody can tell whether it is as saved"));
    var original = parts.get(Part.ORIGINAL);
    if (original == null) {
      throw new IOException("the original is lost; there is nothing to investigate");
    }
    return read(original, manifest, recording(entries));
  }

  private CaseFile read(byte[] original, Optional<Manifest> manifest, byte[] recording) {
    var settings = settings(original, manifest);
    var verdicts = or(Part.VERDICTS, VerdictsPart::read, VerdictsPart.Verdicts.NONE);
    var evidence =
        new Evidence(
            settings.input(),
            settings.options().withKeys(keys(settings.provenance().started())),
            settings.provenance(),
            recording,
            parts.getOrDefault(Part.KEYS, new byte[0]),
            verdicts.judged(),
            part(Part.DOCUMENTS, DocumentsPart::read).orElse(List.of()),
            verdicts.again());
    return new CaseFile(evidence, or(Part.NOTES, NotesPart::read, Notes.NONE), damages);
  }

  private Optional<Manifest> manifest() {
    return part(Part.MANIFEST, Manifest::read);
  }

  private void verify(Manifest manifest) {
    manifest
        .digests()
        .forEach((part, digest) -> {
          var octets = parts.get(part);
          if (octets != null && !Sha256.of(octets).equals(digest)) {
            tell(part, "is not what was saved: its SHA-256 is another one");
          }
        });
    parts.keySet().stream()
        .filter(part -> part.compareTo(Part.MANIFEST) > 0)
        .filter(part -> !manifest.digests().containsKey(part))
        .forEach(part -> tell(part, "is not in its manifest"));
  }

  private record Settings(KeptInput input, Options options, Provenance provenance) {}

  private Settings settings(byte[] original, Optional<Manifest> manifest) {
    var saved = manifest.map(Manifest::saved).orElse(Instant.EPOCH);
    var clockOffset = manifest.flatMap(Manifest::clockOffset);
    return or(
        Part.SETTINGS,
        octets -> settings(Members.read(octets), original, clockOffset),
        new Settings(
            OriginPart.unknown(name, original), Options.defaults(), ProvenancePart.unknown(saved)));
  }

  private Settings settings(Members members, byte[] original, Optional<ClockOffset> clockOffset)
      throws IOException {
    var suffixes =
        Optional.ofNullable(parts.get(Part.SUFFIXES))
            .map(octets -> new String(octets, StandardCharsets.UTF_8));
    var input = members.object("input").orElseThrow(() -> new IOException("tells of no input"));
    var options =
        members.object("options").orElseThrow(() -> new IOException("tells of no options"));
    return new Settings(
        OriginPart.read(input, original),
        SettingsPart.read(options, suffixes),
        ProvenancePart.read(members, clockOffset));
  }

  private History keys(Instant then) {
    return part(Part.KEYS, octets -> History.of(octets, Part.KEYS.entry(), then))
        .orElse(History.NONE);
  }

  /// A recording is read line by line: its beginning is worth having.
  private byte[] recording(Entries entries) {
    var whole = parts.get(Part.RECORDING);
    if (whole != null) {
      return whole;
    }
    tell(Part.RECORDING, "is damaged; what can be read of it is used");
    return entries.cut().getOrDefault(Part.RECORDING, new byte[0]);
  }

  /// Reads a part.
  private interface Reads<T> {
    T read(byte[] octets) throws IOException;
  }

  private <T> T or(Part part, Reads<T> reads, T otherwise) {
    return part(part, reads)
        .orElseGet(() -> {
          if (!parts.containsKey(part)) {
            tell(part, "is lost");
          }
          return otherwise;
        });
  }

  private <T> Optional<T> part(Part part, Reads<T> reads) {
    var octets = parts.get(part);
    try {
      return octets == null ? Optional.empty() : Optional.of(reads.read(octets));
    } catch (IOException e) {
      tell(part, String.valueOf(e.getMessage()) + "; it is left out");
      return Optional.empty();
    }
  }

  private void tell(Part part, String what) {
    tell("its part '" + part.entry() + "' " + what);
  }

  private void tell(String what) {
    damages.add(name + ": " + what);
  }
}
