package org.whence.report;

import java.util.List;
import org.whence.ip.Addresses;
import org.whence.spf.Supposed;
import tools.jackson.core.JsonGenerator;

/// The JSON of what SPF tells beside its result.
final class SpfJson {
  private SpfJson() {}

  /// `whatIf`, where something was supposed: `ip helo mailFrom` as far as they were, and the
  /// members of [ResultJson#spf].
  static void suppositions(List<Supposed> supposed, JsonGenerator json) {
    if (supposed.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("whatIf");
    for (var each : supposed) {
      json.writeStartObject();
      Json.text("ip", each.supposition().ip().map(Addresses::text), json);
      Json.text("helo", each.supposition().helo(), json);
      Json.text("mailFrom", each.supposition().mailFrom(), json);
      ResultJson.spf(each.result(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
