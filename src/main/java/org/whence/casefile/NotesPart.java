package org.whence.casefile;

import java.io.IOException;
import java.util.ArrayList;

/// The analyst's words as JSON.
final class NotesPart {
  private NotesPart() {}

  static byte[] write(Notes notes) {
    return JsonOctets.of(json -> {
      JsonOctets.text("conclusion", notes.conclusion(), json);
      JsonOctets.texts("tags", notes.tags(), json);
      json.writeArrayPropertyStart("notes");
      for (var note : notes.ofSteps()) {
        json.writeStartObject();
        JsonOctets.text("path", note.path(), json);
        JsonOctets.text("topic", note.topic(), json);
        JsonOctets.texts("about", note.about(), json);
        JsonOctets.text("text", note.text(), json);
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  static Notes read(byte[] octets) throws IOException {
    var members = Members.read(octets);
    var notes = new ArrayList<Note>();
    for (var note : members.objects("notes")) {
      notes.add(
          new Note(
              note.text("path").orElse(""),
              note.text("topic").orElse(""),
              note.texts("about"),
              note.text("text").orElse("")));
    }
    return new Notes(notes, members.texts("tags"), members.text("conclusion").orElse(""));
  }
}
