package org.whence.report;

import java.util.List;
import org.whence.investigation.AddressEntry;
import org.whence.investigation.AddressResult;
import org.whence.investigation.AddressSurvey;
import org.whence.investigation.Parameters;
import org.whence.investigation.Source;
import tools.jackson.core.JsonGenerator;

/// One address of a list, as [JsonReport] has it of an address alone.
final class ListJson {
  private final Source source;
  private final AddressSurvey survey;
  private final Parameters parameters;
  private final JsonGenerator json;

  ListJson(Source source, AddressSurvey survey, Parameters parameters, JsonGenerator json) {
    this.source = source;
    this.survey = survey;
    this.parameters = parameters;
    this.json = json;
  }

  void row(AddressResult result) {
    beginning(result.entry());
    JsonReport.repairs(survey.repairs(), json);
    JsonReport.problems(List.of(), json);
    json.writeEndObject();
    JsonReport.parameters(parameters, json);
    Json.time("started", result.started(), json);
    Json.time("finished", result.finished(), json);
    json.writeBooleanProperty("stopped", false);
    json.writeArrayPropertyStart("hops");
    json.writeEndArray();
    JsonReport.iprev(List.of(result.iprev()), json);
    json.writeName("tree");
    new StepJson(json).step(result.tree());
    json.writeEndObject();
  }

  /// Up to the addresses of the input: what is known before anything was asked.
  void beginning(AddressEntry entry) {
    JsonReport.begin(parameters, json);
    json.writeObjectPropertyStart("input");
    JsonReport.source(source, survey.size(), survey.sha256(), json);
    JsonReport.addresses(List.of(entry), json);
  }
}
