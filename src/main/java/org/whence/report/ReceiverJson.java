package org.whence.report;

import java.util.List;
import org.whence.receiver.Action;
import org.whence.receiver.Judgement;
import org.whence.receiver.RuleOutcome;
import tools.jackson.core.JsonGenerator;

/// The JSON of what receiving servers would have done.
final class ReceiverJson {
  private ReceiverJson() {}

  /// `receivers`: a server each.
  static void receivers(List<Judgement> judgements, JsonGenerator json) {
    json.writeArrayPropertyStart("receivers");
    judgements.forEach(judged -> receiver(judged, json));
    json.writeEndArray();
  }

  private static void receiver(Judgement judged, JsonGenerator json) {
    json.writeStartObject();
    Json.text("name", judged.profile().name(), json);
    Json.text("title", judged.profile().title(), json);
    Json.text("source", judged.profile().source(), json);
    json.writeStringProperty("iprev", judged.iprev().word());
    json.writeStringProperty("result", ReceiverTable.reason(judged).word());
    judged
        .refusal()
        .ifPresent(refusal -> {
          Json.text("reply", refusal.said(), json);
          json.writeStringProperty("stage", refusal.rule().stage().word());
          Json.text("path", refusal.path(), json);
        });
    if (!judged.symbols().isEmpty()) {
      json.writeStringProperty("score", judged.score().toPlainString());
    }
    json.writeArrayPropertyStart("rules");
    judged.rules().forEach(rule -> rule(rule, json));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void rule(RuleOutcome outcome, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("stage", outcome.rule().stage().word());
    Json.text("rule", outcome.rule().text(), json);
    json.writeStringProperty("held", JsonReport.lower(outcome.held()));
    switch (outcome.rule().action()) {
      case Action.Symbol(var name, var score) -> {
        Json.text("symbol", name, json);
        json.writeStringProperty("score", score.toPlainString());
      }
      case Action.Reply _, Action.Note _ -> Json.text("said", outcome.said(), json);
    }
    Json.text("path", outcome.path(), json);
    json.writeBooleanProperty("byChance", outcome.byChance());
    json.writeEndObject();
  }
}
