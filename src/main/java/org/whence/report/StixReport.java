package org.whence.report;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.whence.casefile.Notes;
import org.whence.investigation.Investigation;
import org.whence.investigation.Recognised;
import org.whence.mail.MailDate;
import org.whence.mail.Mailbox;
import org.whence.mail.Message;
import org.whence.report.Observables.Observable;
import tools.jackson.core.JsonGenerator;

/// What was seen, as a bundle of STIX 2.1: the mail, addresses, names, mailboxes and URLs as
/// observed data, which name led to which address, and a note with the results; what the analyst
/// wrote are notes of theirs, and their tags labels. It accuses nobody: there are no indicators and
/// no threat actors in it.
///
/// Identifiers are made of what they identify, so that the same investigation gives the same
/// bundle.
final class StixReport {
  private static final int MAX_RECEIVED = 100;

  private final Investigation investigation;
  private final Wording wording;
  private final Observables observables;
  private final String time;
  private final Map<String, String> ids = new HashMap<>();

  StixReport(Investigation investigation, Wording wording) {
    this.investigation = investigation;
    this.wording = wording;
    this.observables = Observables.of(investigation, wording.redaction());
    this.time = millis(investigation.started());
  }

  /// @param notes what the analyst wrote
  void write(Notes notes, OutputStream out) {
    try (var json = Json.to(out, wording.redaction())) {
      json.writeStartObject();
      json.writeStringProperty("type", "bundle");
      json.writeStringProperty("id", id("bundle", "bundle"));
      json.writeArrayPropertyStart("objects");
      identity(json);
      var seen = new ArrayList<String>();
      for (var observable : observables.all()) {
        seen.add(observable(observable, json));
      }
      file(json).ifPresent(seen::add);
      if (investigation.input().recognised() instanceof Recognised.Mail(var message, _)) {
        seen.add(mail(message, json));
      }
      var observed = observed(seen, json);
      resolved(json);
      note(observed, json);
      if (!notes.isEmpty()) {
        new StixNotes(investigation, wording, time).write(notes, observed, json);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private void identity(JsonGenerator json) {
    begin("identity", id("identity", "whence"), json);
    created(json);
    json.writeStringProperty("name", "Whence");
    json.writeStringProperty("identity_class", "system");
    json.writeEndObject();
  }

  private String observable(Observable one, JsonGenerator json) {
    var type =
        switch (one.kind()) {
          case IPV4 -> "ipv4-addr";
          case IPV6 -> "ipv6-addr";
          case DOMAIN -> "domain-name";
          case MAILBOX -> "email-addr";
          case URL -> "url";
        };
    var id = observedId(type, Map.of("value", one.value()));
    ids.put(one.kind() + " " + one.value(), id);
    begin(type, id, json);
    json.writeStringProperty("value", one.value());
    json.writeEndObject();
    return id;
  }

  private Optional<String> file(JsonGenerator json) {
    var input = investigation.input();
    if (!(input.recognised() instanceof Recognised.Mail)) {
      return Optional.empty();
    }
    var hashes = "{\"SHA-256\":\"" + input.sha256() + "\"}";
    var id = "file--" + NameUuid.of(NameUuid.STIX, "{\"hashes\":" + hashes + "}");
    begin("file", id, json);
    json.writeObjectPropertyStart("hashes");
    json.writeStringProperty("SHA-256", input.sha256());
    json.writeEndObject();
    json.writeNumberProperty("size", input.size());
    json.writeEndObject();
    return Optional.of(id);
  }

  private String mail(Message message, JsonGenerator json) {
    var from =
        message.authors().authors().stream()
            .map(author -> author.mailbox())
            .map(Mailbox::address)
            .map(this::mailbox)
            .flatMap(Optional::stream)
            .findFirst();
    var subject = message.subject();
    var parts = new HashMap<String, String>();
    from.ifPresent(ref -> parts.put("from_ref", ref));
    subject.ifPresent(text -> parts.put("subject", text));
    var id =
        parts.isEmpty()
            ? "email-message--" + NameUuid.of(NameUuid.STIX, investigation.input().sha256())
            : observedId("email-message", parts);
    begin("email-message", id, json);
    json.writeBooleanProperty("is_multipart", isMultipart());
    message
        .first("Date")
        .flatMap(field -> MailDate.parse(field.value()))
        .flatMap(MailDate::instant)
        .ifPresent(date -> json.writeStringProperty("date", millis(date)));
    from.ifPresent(ref -> json.writeStringProperty("from_ref", ref));
    investigation
        .mail()
        .flatMap(mail -> mail.envelope().mailFrom())
        .flatMap(sender -> mailbox(sender.value()))
        .ifPresent(ref -> json.writeStringProperty("sender_ref", ref));
    message.first("Message-ID").ifPresent(field -> Json.text("message_id", field.value(), json));
    subject.ifPresent(text -> Json.text("subject", text, json));
    received(message, json);
    json.writeEndObject();
    return id;
  }

  private boolean isMultipart() {
    return investigation.input().mime().filter(root -> root.type().isA("multipart")).isPresent();
  }

  private static void received(Message message, JsonGenerator json) {
    var lines = message.all("Received").stream().limit(MAX_RECEIVED).toList();
    if (!lines.isEmpty()) {
      Json.texts("received_lines", lines.stream().map(field -> field.shown()).toList(), json);
    }
  }

  private Optional<String> mailbox(String address) {
    return Optional.ofNullable(ids.get(Observables.Kind.MAILBOX + " " + address));
  }

  private String observed(List<String> seen, JsonGenerator json) {
    var id = id("observed-data", "seen");
    begin("observed-data", id, json);
    created(json);
    json.writeStringProperty("first_observed", time);
    json.writeStringProperty("last_observed", millis(investigation.finished()));
    json.writeNumberProperty("number_observed", 1);
    references(seen, json);
    json.writeEndObject();
    return id;
  }

  private void resolved(JsonGenerator json) {
    for (var each : observables.resolved()) {
      var from = ids.get(Observables.Kind.DOMAIN + " " + each.domain());
      var ipv4 = ids.get(Observables.Kind.IPV4 + " " + each.address());
      var to = ipv4 == null ? ids.get(Observables.Kind.IPV6 + " " + each.address()) : ipv4;
      if (from != null && to != null) {
        begin("relationship", id("relationship", from + " " + to), json);
        created(json);
        json.writeStringProperty("relationship_type", "resolves-to");
        json.writeStringProperty("source_ref", from);
        json.writeStringProperty("target_ref", to);
        json.writeEndObject();
      }
    }
  }

  private void note(String observed, JsonGenerator json) {
    var content = new StringBuilder();
    MailSentence.of(investigation, wording).ifPresent(text -> content.append(text).append('\n'));
    for (var strip : new VerdictStrips(investigation, wording).all()) {
      content.append(strip.label()).append(": ");
      content.append(String.join(", ", strip.badges().stream().map(Page.Badge::text).toList()));
      content.append('\n');
    }
    if (observables.leftOut() > 0) {
      content.append(wording.words("stix.left-out", Integer.toString(observables.leftOut())));
    }
    begin("note", id("note", "results"), json);
    created(json);
    json.writeStringProperty("abstract", wording.text("evidence.kind"));
    Json.text("content", content.isEmpty() ? "-" : content.toString().strip(), json);
    references(List.of(observed), json);
    json.writeEndObject();
  }

  static void references(List<String> ids, JsonGenerator json) {
    json.writeArrayPropertyStart("object_refs");
    ids.stream().distinct().forEach(json::writeString);
    json.writeEndArray();
  }

  static void begin(String type, String id, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("type", type);
    json.writeStringProperty("spec_version", "2.1");
    json.writeStringProperty("id", id);
  }

  private void created(JsonGenerator json) {
    created(time, id("identity", "whence"), json);
  }

  static void created(String time, String by, JsonGenerator json) {
    json.writeStringProperty("created", time);
    json.writeStringProperty("modified", time);
    json.writeStringProperty("created_by_ref", by);
  }

  /// An identifier that hangs on the investigation: its input and its time.
  private String id(String type, String name) {
    return id(investigation, time, type, name);
  }

  static String id(Investigation investigation, String time, String type, String name) {
    var identity = type.equals("identity") ? name : investigation.input().sha256() + time + name;
    return type + "--" + NameUuid.of(NameUuid.WHENCE, identity);
  }

  /// The identifier of an observable: of its properties as canonical JSON (STIX 2.1, 2.9; RFC
  /// 8785).
  private static String observedId(String type, Map<String, String> properties) {
    var out = new ByteArrayOutputStream();
    try (var json = Json.canonical(out)) {
      json.writeStartObject();
      new TreeMap<>(properties).forEach((name, value) -> Json.text(name, value, json));
      json.writeEndObject();
    }
    return type + "--" + NameUuid.of(NameUuid.STIX, out.toString(StandardCharsets.UTF_8));
  }

  private static String millis(Instant time) {
    var text = time.truncatedTo(ChronoUnit.MILLIS).toString();
    // STIX 2.1, 3.2: a timestamp may leave out its fraction, and ours are written alike.
    return text.contains(".") ? text : text.replace("Z", ".000Z");
  }
}
