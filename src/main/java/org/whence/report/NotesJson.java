package org.whence.report;

import java.util.Map;
import java.util.Optional;
import org.whence.casefile.Note;
import org.whence.casefile.Notes;
import org.whence.chain.Step;
import tools.jackson.core.JsonGenerator;

/// What the analyst wrote, as a member `analyst` of the JSON report: `conclusion`, `tags`, and
/// `notes`, each with the `path` of its step where that is in the tree, and with what it is about.
final class NotesJson {
  private NotesJson() {}

  static void write(Notes notes, Step tree, JsonGenerator json) {
    json.writeObjectPropertyStart("analyst");
    Json.text("conclusion", Optional.of(notes.conclusion()).filter(c -> !c.isBlank()), json);
    Json.texts("tags", notes.tags(), json);
    json.writeArrayPropertyStart("notes");
    notes.in(tree).entrySet().forEach(placed -> note(placed, json));
    notes.without(tree).forEach(note -> note(Map.entry("", note), json));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void note(Map.Entry<String, Note> placed, JsonGenerator json) {
    json.writeStartObject();
    Json.text("path", Optional.of(placed.getKey()).filter(path -> !path.isEmpty()), json);
    Json.text("topic", placed.getValue().topic(), json);
    Json.texts("about", placed.getValue().about(), json);
    Json.text("text", placed.getValue().text(), json);
    json.writeEndObject();
  }
}
