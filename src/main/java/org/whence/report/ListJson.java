package org.whence.report;

import java.util.List;
import org.whence.investigation.AddressEntry;
import org.whence.investigation.AddressResult;
import org.whence.investigation.ListOrigin;
import org.whence.investigation.Parameters;
import tools.jackson.core.JsonGenerator;

/// One address of a list, as [JsonReport] has it of an address alone.
final class ListJson {
  private final ListOrigin origin;
  private final Parameters parameters;
  private final JsonGenerator json;

  ListJson(ListOrigin origin, Parameters parameters, JsonGenerator json) {
    this.origin = origin;
    this.parameters = parameters;
    this.json = json;
  }

  void row(AddressResult result) {
    beginning(result.entry());
    JsonReport.repairs(origin.repairs(), json);
    JsonReport.problems(List.of(), json);
    json.writeEndObject();
    JsonReport.parameters(parameters, json);
    Json.time("started", result.started(), json);
    Json.time("finished", result.finished(), json);
    json.writeBooleanProperty("stopped", false);
    json.writeArrayPropertyStart("hops");
    json.writeEndArray();
    JsonReport.iprev(List.of(result.iprev()), json);
    JsonReport.rotations(result.rotation().stream().toList(), json);
    json.writeName("tree");
    new StepJson(json).step(result.tree());
    json.writeEndObject();
  }

  /// Up to the addresses of the input: what is known before anything was asked.
  void beginning(AddressEntry entry) {
    JsonReport.begin(parameters, json);
    json.writeObjectPropertyStart("input");
    JsonReport.source(origin.source(), origin.size(), origin.sha256(), json);
    JsonReport.addresses(List.of(entry), json);
  }
}
