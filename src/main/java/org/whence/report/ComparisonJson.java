package org.whence.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whence.chain.Finding;
import org.whence.chain.Outcome;
import org.whence.dns.Exchange;
import org.whence.dns.Validation;
import org.whence.investigation.Change;
import org.whence.investigation.Comparison;
import org.whence.investigation.Difference;
import org.whence.investigation.Investigation;
import tools.jackson.core.JsonGenerator;

/// The JSON of a comparison: `result`, `verdicts`, and the tree of differences. What did not change
/// is named and not opened.
public final class ComparisonJson {
  private final JsonGenerator json;
  private final StepJson steps;

  private ComparisonJson(JsonGenerator json) {
    this.json = json;
    this.steps = new StepJson(json);
  }

  /// Writes `result before after verdicts tree` into an object that the caller has begun.
  public static void write(Comparison comparison, JsonGenerator json) {
    new ComparisonJson(json).members(comparison);
  }

  private void members(Comparison comparison) {
    json.writeStringProperty("result", comparison.result().name().toLowerCase(Locale.ROOT));
    run("before", comparison.before());
    run("after", comparison.after());
    json.writeArrayPropertyStart("verdicts");
    comparison.verdicts().forEach(this::verdict);
    json.writeEndArray();
    json.writeName("tree");
    difference(comparison.tree());
  }

  private void run(String name, Investigation investigation) {
    json.writeObjectPropertyStart(name);
    Json.text("resolver", investigation.parameters().resolver(), json);
    Json.time("started", investigation.started(), json);
    Json.time("finished", investigation.finished(), json);
    json.writeEndObject();
  }

  private void verdict(Difference difference) {
    var change = difference.verdict().orElseThrow();
    json.writeStartObject();
    about(difference);
    json.writeBooleanProperty("unsure", difference.unsure());
    outcome("before", change.before());
    outcome("after", change.after());
    json.writeEndObject();
  }

  /// The places in both trees, and what the step is about.
  private void about(Difference difference) {
    difference.before().ifPresent(step -> json.writeStringProperty("pathBefore", step.path()));
    difference.after().ifPresent(step -> json.writeStringProperty("path", step.path()));
    json.writeStringProperty("topic", difference.step().topic().key());
    steps.values("values", difference.step().values());
  }

  private void difference(Difference difference) {
    json.writeStartObject();
    json.writeStringProperty("kind", difference.kind().word());
    about(difference);
    json.writeBooleanProperty("unsure", difference.unsure());
    json.writeArrayPropertyStart("changes");
    difference.changes().forEach(this::change);
    json.writeEndArray();
    json.writeArrayPropertyStart("steps");
    if (difference.kind() != Difference.Kind.SAME) {
      difference.steps().forEach(this::difference);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void change(Change change) {
    json.writeStartObject();
    json.writeStringProperty("kind", change.word());
    switch (change) {
      case Change.Result(var before, var after) -> {
        outcome("before", before);
        outcome("after", after);
      }
      case Change.About(var before, var after) -> {
        steps.values("before", before);
        steps.values("after", after);
      }
      case Change.Noticed(var before, var after) -> {
        findings("before", before);
        findings("after", after);
      }
      case Change.Answer(var before, var after) -> answers(before, after);
      case Change.Order(var before, var after) -> answers(before, after);
      case Change.Dnssec(var before, var after) -> {
        before.ifPresent(then -> status("before", then));
        after.ifPresent(now -> status("after", now));
      }
      case Change.Ttl(var before, var after) -> {
        json.writeNumberProperty("before", before);
        json.writeNumberProperty("after", after);
      }
      case Change.Server(var before, var after) -> {
        Json.text("before", before, json);
        Json.text("after", after, json);
      }
    }
    json.writeEndObject();
  }

  private void status(String name, Validation validation) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("status", validation.status().word());
    if (!validation.reason().isEmpty()) {
      Json.text("reason", validation.reason(), json);
    }
    validation.extendedError().ifPresent(code -> json.writeNumberProperty("ede", code));
    json.writeEndObject();
  }

  private void outcome(String name, Optional<Outcome> outcome) {
    outcome.ifPresent(known -> {
      json.writeObjectPropertyStart(name);
      steps.outcome(known);
      json.writeEndObject();
    });
  }

  private void findings(String name, List<Finding> findings) {
    json.writeArrayPropertyStart(name);
    findings.forEach(steps::finding);
    json.writeEndArray();
  }

  private void answers(Exchange before, Exchange after) {
    answer("before", before);
    answer("after", after);
  }

  private void answer(String name, Exchange exchange) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("outcome", exchange.answer().outcome());
    steps.rows("records", exchange.presentation().answer());
    json.writeEndObject();
  }
}
