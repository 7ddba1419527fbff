package org.whence.report;

import java.util.List;
import org.whence.mail.AuthenticationResults;
import org.whence.mail.AuthenticationResults.MethodResult;
import org.whence.mail.Claim;
import tools.jackson.core.JsonGenerator;

/// The JSON of what fields of a message claim about it: their members, written into an object that
/// the caller has begun. Absent is absent, never null; lists are always lists.
public final class ClaimJson {
  private ClaimJson() {}

  /// `result authservId version results`.
  public static void authenticationResults(AuthenticationResults field, JsonGenerator json) {
    json.writeStringProperty("result", field.conformance().word());
    Json.text("authservId", field.authservId(), json);
    field.version().ifPresent(version -> json.writeNumberProperty("version", version));
    json.writeArrayPropertyStart("results");
    field.results().forEach(result -> result(result, json));
    json.writeEndArray();
  }

  /// `claimed`: what the message's own Authentication-Results say, newest first.
  public static void claimed(List<Claim> claims, JsonGenerator json) {
    json.writeArrayPropertyStart("claimed");
    for (var claim : claims) {
      json.writeStartObject();
      authenticationResults(claim.says(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void result(MethodResult result, JsonGenerator json) {
    json.writeStartObject();
    Json.text("method", result.method(), json);
    result.methodVersion().ifPresent(version -> json.writeNumberProperty("methodVersion", version));
    Json.text("result", result.result(), json);
    Json.text("reason", result.reason(), json);
    Json.texts("comments", result.comments(), json);
    json.writeArrayPropertyStart("properties");
    for (var property : result.properties()) {
      json.writeStartObject();
      Json.text("ptype", property.ptype(), json);
      Json.text("property", property.property(), json);
      Json.text("value", property.value(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
