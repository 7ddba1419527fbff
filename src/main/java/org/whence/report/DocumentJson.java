package org.whence.report;

import java.util.List;
import org.whence.fetch.Fetched;
import org.whence.ip.Addresses;
import tools.jackson.core.JsonGenerator;

/// The JSON of the documents that were asked for by hand: `documents`, where there are any. What
/// they said line by line stands in the tree, and their octets in the case.
final class DocumentJson {
  private DocumentJson() {}

  static void documents(List<Fetched> documents, JsonGenerator json) {
    if (documents.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("documents");
    for (var document : documents) {
      json.writeStartObject();
      Json.text("uri", document.uri(), json);
      Json.text("host", document.host(), json);
      document.reply().ifPresent(reply -> reply(reply, json));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void reply(Fetched.Reply reply, JsonGenerator json) {
    json.writeStringProperty("address", Addresses.text(reply.address()));
    Json.time("asked", reply.asked(), json);
    json.writeNumberProperty("ms", reply.took().toMillis());
    switch (reply.came()) {
      case Fetched.Came.Content content -> {
        json.writeNumberProperty("status", content.status());
        content.date().ifPresent(date -> Json.time("date", date, json));
        json.writeNumberProperty("size", content.octets().length);
        json.writeBooleanProperty("whole", content.whole());
        json.writeStringProperty("sha256", content.sha256());
      }
      case Fetched.Came.Trouble(var words) -> Json.text("trouble", words, json);
    }
  }
}
