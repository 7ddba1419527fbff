package org.whence.report;

import org.whence.investigation.plan.Plan;
import org.whence.investigation.plan.PlannedFetch;
import org.whence.investigation.plan.PlannedQuestion;
import tools.jackson.core.JsonGenerator;

/// The JSON of a plan: `servers` (`server`, `encrypted`), `dnssec` where it is asked for the keys
/// of zones as well, and `questions`, each with `name type paths server fate witness reveals` and,
/// where more will be asked once it is answered, `then`; and `fetches`, each with `uri path` and,
/// unless it is refused, `host`.
public final class PlanJson {
  private PlanJson() {}

  /// Writes `servers questions` into an object that the caller has begun.
  public static void write(Plan plan, JsonGenerator json) {
    json.writeArrayPropertyStart("servers");
    for (var server : plan.servers()) {
      json.writeStartObject();
      Json.text("server", server, json);
      json.writeBooleanProperty("encrypted", Plan.isEncrypted(server));
      json.writeEndObject();
    }
    json.writeEndArray();
    if (plan.dnssec()) {
      json.writeBooleanProperty("dnssec", true);
    }
    json.writeArrayPropertyStart("questions");
    plan.questions().forEach(question -> question(question, json));
    json.writeEndArray();
    json.writeArrayPropertyStart("fetches");
    plan.fetches().forEach(fetch -> fetch(fetch, json));
    json.writeEndArray();
  }

  private static void fetch(PlannedFetch fetch, JsonGenerator json) {
    json.writeStartObject();
    Json.text("uri", fetch.uri(), json);
    Json.text("path", fetch.path(), json);
    if (fetch.leaves()) {
      Json.text("host", fetch.host(), json);
    }
    json.writeEndObject();
  }

  private static void question(PlannedQuestion question, JsonGenerator json) {
    json.writeStartObject();
    Json.text("name", question.question().nameText(), json);
    json.writeStringProperty("type", question.question().typeName());
    Json.texts("paths", question.paths(), json);
    Json.text("server", question.server(), json);
    json.writeStringProperty("fate", question.fate().word());
    json.writeStringProperty("witness", question.witness().word());
    var reveals = question.reveals().stream().sorted().map(reveal -> reveal.word()).toList();
    Json.texts("reveals", reveals, json);
    Json.texts("macros", question.macros(), json);
    question.following().ifPresent(following -> json.writeStringProperty("then", following.word()));
    json.writeEndObject();
  }
}
