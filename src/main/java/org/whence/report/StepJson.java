package org.whence.report;

import java.util.Base64;
import java.util.List;
import org.whence.chain.Finding;
import org.whence.chain.Outcome;
import org.whence.chain.Reason;
import org.whence.chain.Step;
import org.whence.chain.Value;
import org.whence.dns.Answer;
import org.whence.dns.Attempt;
import org.whence.dns.Exchange;
import org.whence.dns.Presentation;
import org.whence.dns.Response;
import org.whence.dns.Validation;
import org.whence.ip.Addresses;
import tools.jackson.core.JsonGenerator;

/// The JSON of the tree of evidence: each step with its values, conclusion, findings and exchanges,
/// and the steps below it.
///
/// An exchange has the members of a recording (`name type outcome records server asked ms flags
/// response`) and beside them what a recording leaves out.
final class StepJson {
  private final JsonGenerator json;

  StepJson(JsonGenerator json) {
    this.json = json;
  }

  /// Writes a step as an object.
  void step(Step step) {
    json.writeStartObject();
    json.writeStringProperty("path", step.path());
    json.writeStringProperty("topic", step.topic().key());
    values("values", step.values());
    step.outcome().ifPresent(this::outcome);
    json.writeArrayPropertyStart("findings");
    step.findings().forEach(this::finding);
    json.writeEndArray();
    json.writeBooleanProperty("stopped", step.stopped());
    json.writeArrayPropertyStart("exchanges");
    step.exchanges().forEach(this::exchange);
    json.writeEndArray();
    json.writeArrayPropertyStart("steps");
    step.steps().forEach(this::step);
    json.writeEndArray();
    json.writeEndObject();
  }

  void outcome(Outcome outcome) {
    json.writeStringProperty("result", outcome.verdict().word());
    reason(outcome.reason(), outcome.values());
  }

  void finding(Finding finding) {
    json.writeStartObject();
    reason(finding.reason(), finding.values());
    json.writeEndObject();
  }

  private void reason(Reason reason, List<Value> about) {
    json.writeStringProperty("reason", reason.word());
    json.writeStringProperty("clause", reason.clause());
    values("about", about);
  }

  void values(String name, List<Value> values) {
    json.writeArrayPropertyStart(name);
    for (var value : values) {
      json.writeStartObject();
      switch (value) {
        case Value.Address(var address) ->
            json.writeStringProperty("address", Addresses.text(address));
        case Value.Domain(var domain) -> Json.text("domain", domain, json);
        case Value.Text(var text) -> Json.text("text", text, json);
        case Value.Count(var number) -> json.writeNumberProperty("number", number);
        case Value.Place(var line, var start, var end) -> {
          json.writeNumberProperty("line", line);
          json.writeNumberProperty("start", start);
          json.writeNumberProperty("end", end);
        }
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void exchange(Exchange exchange) {
    var presentation = exchange.presentation();
    json.writeStartObject();
    Json.text("name", exchange.question().nameText(), json);
    json.writeStringProperty("type", exchange.question().typeName());
    json.writeStringProperty("outcome", exchange.answer().outcome());
    if (exchange.answer() instanceof Answer.Failed(_, var detail) && !detail.isEmpty()) {
      Json.text("detail", detail, json);
    }
    Json.text("server", exchange.server(), json);
    Json.text("transport", exchange.transport(), json);
    Json.time("asked", exchange.asked(), json);
    json.writeNumberProperty("ms", exchange.took().toMillis());
    json.writeBooleanProperty("cached", exchange.cached());
    exchange.cacheAge().ifPresent(age -> json.writeNumberProperty("ageMs", age.toMillis()));
    message(exchange, presentation);
    json.writeArrayPropertyStart("attempts");
    exchange.attempts().forEach(this::attempt);
    json.writeEndArray();
    exchange.validation().ifPresent(this::validation);
    json.writeEndObject();
  }

  /// What DNSSEC says, and every exchange that was needed to find out.
  private void validation(Validation validation) {
    json.writeObjectPropertyStart("dnssec");
    json.writeStringProperty("status", validation.status().word());
    if (!validation.reason().isEmpty()) {
      Json.text("reason", validation.reason(), json);
    }
    validation.extendedError().ifPresent(code -> json.writeNumberProperty("ede", code));
    json.writeArrayPropertyStart("asked");
    validation.asked().forEach(this::exchange);
    json.writeEndArray();
    json.writeEndObject();
  }

  /// The message: its header, its sections as lines of master files, and its octets.
  private void message(Exchange exchange, Presentation presentation) {
    json.writeStringProperty("status", presentation.status());
    Json.texts("flags", exchange.flags(), json);
    if (!presentation.edns().isEmpty()) {
      Json.text("edns", presentation.edns(), json);
    }
    rows("records", presentation.answer());
    rows("authority", presentation.authority());
    rows("additional", presentation.additional());
    presentation.size().ifPresent(size -> json.writeNumberProperty("size", size));
    exchange
        .response()
        .map(Response::wire)
        .ifPresent(
            wire -> json.writeStringProperty("response", Base64.getEncoder().encodeToString(wire)));
  }

  void rows(String name, List<Presentation.Row> rows) {
    Json.texts(name, rows.stream().map(Rdata::line).toList(), json);
  }

  private void attempt(Attempt attempt) {
    json.writeStartObject();
    Json.text("server", attempt.server(), json);
    json.writeStringProperty("problem", attempt.problem().word());
    json.writeNumberProperty("ms", attempt.took().toMillis());
    if (!attempt.detail().isEmpty()) {
      Json.text("detail", attempt.detail(), json);
    }
    json.writeEndObject();
  }
}
