package org.whence.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.TreeMap;
import org.whence.history.Entry;

/// Writes what the history keeps of a case: an object on a line of ASCII.
public final class EntryJson {
  private EntryJson() {}

  /// Writes the line, and leaves the stream open.
  ///
  /// @throws IOException what the stream throws
  public static void write(Entry entry, OutputStream out) throws IOException {
    var line = new ByteArrayOutputStream();
    try (var json = Json.to(line)) {
      json.writeStartObject();
      Json.text("reference", entry.reference(), json);
      Json.text("started", entry.started().toString(), json);
      Json.text("sha256", entry.sha256(), json);
      Json.text("name", entry.name(), json);
      Json.text("subject", entry.subject(), json);
      Json.text("from", entry.author(), json);
      Json.text("file", entry.file(), json);
      json.writeObjectPropertyStart("verdicts");
      new TreeMap<>(entry.verdicts()).forEach((check, word) -> Json.text(check, word, json));
      json.writeEndObject();
      json.writeArrayPropertyStart("traits");
      for (var trait : entry.traits()) {
        json.writeStartObject();
        Json.text("kind", trait.kind().word(), json);
        Json.text("value", trait.value(), json);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    line.write('\n');
    line.writeTo(out);
  }
}
