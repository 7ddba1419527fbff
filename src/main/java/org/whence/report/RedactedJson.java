package org.whence.report;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.JsonGeneratorDelegate;

/// Writes JSON with every text redacted. The octets of DNS messages are left out: nobody can redact
/// them.
final class RedactedJson extends JsonGeneratorDelegate {
  private static final String OCTETS = "response";

  private final Redaction redaction;
  private boolean leftOut;

  RedactedJson(JsonGenerator json, Redaction redaction) {
    super(json);
    this.redaction = redaction;
  }

  @Override
  public JsonGenerator writeName(String name) {
    leftOut = name.equals(OCTETS);
    if (!leftOut) {
      delegate.writeName(name);
    }
    return this;
  }

  @Override
  public JsonGenerator writeString(String text) {
    if (!leftOut) {
      delegate.writeString(redaction.text(text));
    }
    leftOut = false;
    return this;
  }
}
