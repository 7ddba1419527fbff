package org.whence.report;

import java.util.List;
import org.whence.investigation.claim.ClaimSource;
import org.whence.investigation.claim.Compared;
import org.whence.investigation.claim.ComparedField;
import org.whence.mail.AuthenticationResults;
import org.whence.mail.AuthenticationResults.MethodResult;
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

  /// `claimed`: the message's own Authentication-Results, newest first, each with what we find of
  /// the same; and `claimedElsewhere`: the same of its other fields that state results.
  static void claims(List<ComparedField> claims, JsonGenerator json) {
    json.writeArrayPropertyStart("claimed");
    claims.stream()
        .filter(field -> field.field().source() == ClaimSource.AUTHENTICATION_RESULTS)
        .forEach(field -> field(field, json));
    json.writeEndArray();
    json.writeArrayPropertyStart("claimedElsewhere");
    claims.stream()
        .filter(field -> field.field().source() != ClaimSource.AUTHENTICATION_RESULTS)
        .forEach(field -> field(field, json));
    json.writeEndArray();
  }

  private static void field(ComparedField field, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("field", field.field().source().fieldName());
    json.writeNumberProperty("line", field.field().field().line());
    json.writeStringProperty("result", field.field().conformance().word());
    Json.text("authservId", field.field().by(), json);
    field.field().version().ifPresent(version -> json.writeNumberProperty("version", version));
    field.field().instance().ifPresent(i -> json.writeNumberProperty("instance", i));
    json.writeBooleanProperty("believed", field.standing().believed());
    json.writeStringProperty("standing", field.standing().word());
    json.writeArrayPropertyStart("results");
    field.statements().forEach(statement -> statement(statement, json));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void statement(Compared compared, JsonGenerator json) {
    json.writeStartObject();
    members(compared.statement().result(), json);
    compared.ours().ifPresent(ours -> json.writeStringProperty("ours", ours.word()));
    json.writeStringProperty("agreement", compared.agreement().word());
    Json.texts(
        "causes", compared.causes().stream().map(cause -> cause.reason().word()).toList(), json);
    json.writeEndObject();
  }

  private static void result(MethodResult result, JsonGenerator json) {
    json.writeStartObject();
    members(result, json);
    json.writeEndObject();
  }

  private static void members(MethodResult result, JsonGenerator json) {
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
  }
}
