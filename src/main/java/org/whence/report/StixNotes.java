package org.whence.report;

import java.util.List;
import org.whence.casefile.Notes;
import org.whence.investigation.Investigation;
import tools.jackson.core.JsonGenerator;

/// What the analyst wrote, as objects of STIX 2.1: a note for the conclusion, one for each note,
/// and the tags as labels of the first. They are by an identity of their own, since Whence
/// concludes nothing. An opinion (4.13) would be a grade of agreement, which nobody gave.
final class StixNotes {
  private static final String ANALYST = "analyst";

  private final Investigation investigation;
  private final Wording wording;
  private final String time;

  /// @param time when the investigation began, as STIX has it
  StixNotes(Investigation investigation, Wording wording, String time) {
    this.investigation = investigation;
    this.wording = wording;
    this.time = time;
  }

  /// @param about the identifier of what was observed
  void write(Notes notes, String about, JsonGenerator json) {
    identity(json);
    var tags = notes.tags();
    for (var remark : Remarks.of(notes, investigation.tree(), wording).all()) {
      note(remark, tags, about, json);
      tags = List.of();
    }
  }

  private void identity(JsonGenerator json) {
    StixReport.begin("identity", id("identity", ANALYST), json);
    StixReport.created(time, id("identity", ANALYST), json);
    json.writeStringProperty("name", wording.text("notes.identity"));
    json.writeStringProperty("identity_class", "individual");
    json.writeEndObject();
  }

  private void note(Remarks.Remark remark, List<String> labels, String about, JsonGenerator json) {
    var text = String.join("\n", remark.lines());
    var name = ANALYST + "\n" + remark.path() + "\n" + remark.label() + "\n" + text;
    StixReport.begin("note", id("note", name), json);
    StixReport.created(time, id("identity", ANALYST), json);
    Json.text("abstract", remark.label(), json);
    Json.text("content", text, json);
    if (!labels.isEmpty()) {
      Json.texts("labels", labels, json);
    }
    StixReport.references(List.of(about), json);
    json.writeEndObject();
  }

  private String id(String type, String name) {
    return StixReport.id(investigation, time, type, name);
  }
}
