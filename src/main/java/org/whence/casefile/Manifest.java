package org.whence.casefile;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.whence.investigation.Version;

/// What a case says of itself: its format, who saved it and when, and the digest of each part.
///
/// @param format the number of the format
/// @param version the version of the program that saved it
/// @param clockOffset how far the clock of the machine was ahead, where that is known
/// @param digests the SHA-256 of each part, 64 hexadecimal digits in lower case
record Manifest(
    long format,
    String version,
    Instant saved,
    Optional<ClockOffset> clockOffset,
    Map<Part, String> digests) {
  /// The format that is written here, and the newest that is read.
  static final long FORMAT = 1;

  static byte[] write(Map<Part, Content> parts, Instant saved, Optional<ClockOffset> clockOffset) {
    return JsonOctets.of(json -> {
      json.writeNumberProperty("format", FORMAT);
      json.writeStringProperty("whence", Version.current());
      json.writeStringProperty("saved", saved.toString());
      clockOffset.ifPresent(offset -> {
        json.writeStringProperty("clockOffset", offset.ahead().toString());
        json.writeStringProperty("clockOffsetWithin", offset.within().toString());
      });
      json.writeArrayPropertyStart("parts");
      for (var part : parts.entrySet()) {
        json.writeStartObject();
        json.writeStringProperty("name", part.getKey().entry());
        json.writeNumberProperty("size", part.getValue().size());
        json.writeStringProperty("sha256", part.getValue().sha256());
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  static Manifest read(byte[] octets) throws IOException {
    var members = Members.read(octets);
    var digests = new EnumMap<Part, String>(Part.class);
    for (var part : members.objects("parts")) {
      var known = Part.named(part.text("name").orElse(""));
      if (known.isPresent()) {
        digests.put(known.get(), part.text("sha256").orElse(""));
      }
    }
    return new Manifest(
        members.number("format").orElse(0L),
        members.text("whence").orElse("?"),
        members.time("saved").orElse(Instant.EPOCH),
        offset(members),
        digests);
  }

  private static Optional<ClockOffset> offset(Members members) throws IOException {
    var ahead = duration("clockOffset", members);
    var within = duration("clockOffsetWithin", members).orElse(Duration.ZERO);
    return ahead.map(known -> new ClockOffset(known, within));
  }

  private static Optional<Duration> duration(String name, Members members) throws IOException {
    try {
      return members.text(name).map(Duration::parse);
    } catch (java.time.DateTimeException e) {
      throw new IOException("has a \"" + name + "\" that is no duration", e);
    }
  }
}
