package org.whence.report;

import org.whence.chain.Verdict;
import org.whence.dmarc.Alignment;
import org.whence.dmarc.Applied;
import org.whence.dmarc.AuthorResult;
import org.whence.dmarc.DmarcRecord;
import org.whence.dmarc.DmarcResult;
import tools.jackson.core.JsonGenerator;

/// The JSON of DMARC's result: its members, written into an object that the caller has begun.
public final class DmarcJson {
  private DmarcJson() {}

  /// The members of [#writeResult], then `queries`.
  public static void write(DmarcResult result, JsonGenerator json) {
    writeResult(result, json);
    ResultJson.queries(result.step(), json);
  }

  /// `result reason spec`, the members of the author's domain that decided, `authors` where there
  /// are several, `warnings`.
  public static void writeResult(DmarcResult result, JsonGenerator json) {
    json.writeStringProperty("result", result.verdict().word());
    json.writeStringProperty("reason", result.reason().word());
    json.writeStringProperty("spec", result.spec().word());
    result.decisive().ifPresent(author -> members(author, json));
    if (result.authors().size() > 1) {
      json.writeArrayPropertyStart("authors");
      for (var author : result.authors()) {
        json.writeStartObject();
        json.writeStringProperty("result", author.verdict().word());
        json.writeStringProperty("reason", author.reason().word());
        members(author, json);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    Json.texts("warnings", result.warnings(), json);
  }

  /// `domain policy effectivePolicy source recordDomain organizationalDomain aligned record`.
  private static void members(AuthorResult author, JsonGenerator json) {
    Json.text("domain", author.domain(), json);
    author.policy().ifPresent(applied -> policy(applied, json));
    Json.text("recordDomain", author.recordDomain(), json);
    Json.text("organizationalDomain", author.organization(), json);
    if (author.verdict() != Verdict.NONE) {
      json.writeObjectPropertyStart("aligned");
      Json.text("spf", author.spf().flatMap(Alignment::word), json);
      Json.text("dkim", author.dkim().flatMap(Alignment::word), json);
      json.writeEndObject();
    }
    author.record().ifPresent(record -> record(record, json));
  }

  private static void policy(Applied applied, JsonGenerator json) {
    json.writeStringProperty("policy", applied.published().word());
    json.writeStringProperty("effectivePolicy", applied.effective().word());
    json.writeStringProperty("source", applied.source().word());
  }

  /// `record`: the tags as published.
  private static void record(DmarcRecord record, JsonGenerator json) {
    json.writeObjectPropertyStart("record");
    record.tags().forEach(tag -> Json.text(tag.name(), tag.value(), json));
    json.writeEndObject();
  }
}
