package org.whence.casefile;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/// When and through whom a case was recorded, as members of a JSON object.
final class ProvenancePart {
  private ProvenancePart() {}

  static void write(Provenance provenance, JsonGenerator json) {
    json.writeStringProperty("whence", provenance.version());
    json.writeStringProperty("started", provenance.started().toString());
    json.writeStringProperty("finished", provenance.finished().toString());
    json.writeBooleanProperty("stopped", provenance.stopped());
    JsonOctets.text("resolver", provenance.resolver(), json);
    json.writeBooleanProperty("ownSource", provenance.ownSource());
  }

  static Provenance read(Members members, Optional<ClockOffset> clockOffset) throws IOException {
    var started = members.time("started").orElse(Instant.EPOCH);
    return new Provenance(
        members.text("whence").orElse("?"),
        started,
        members.time("finished").orElse(started),
        members.truth("stopped"),
        members.text("resolver").orElse("?"),
        members.truth("ownSource"),
        clockOffset);
  }

  /// Where nothing is known but when the file was saved.
  static Provenance unknown(Instant saved) {
    return new Provenance("?", saved, saved, false, "?", false, Optional.empty());
  }
}
