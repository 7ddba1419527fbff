package org.whence.report;

import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;
import org.whence.casefile.Notes;
import org.whence.chain.Verdict;
import org.whence.investigation.Check;
import org.whence.investigation.Investigation;
import org.whence.investigation.Recognised;
import org.whence.ip.Addresses;
import org.whence.mail.Message;
import org.whence.report.Observables.Observable;
import tools.jackson.core.JsonGenerator;

/// What was seen, as an event of MISP (core format): the mail as an `email` object, addresses,
/// names, mailboxes and URLs as attributes, the results as tags; what the analyst wrote are
/// attributes of type `comment` and tags of their own. Nothing is marked for detection (`to_ids` is
/// false): that somebody was seen in a mail is no accusation.
final class MispReport {
  /// The template of MISP's own `email` object.
  private static final String EMAIL_TEMPLATE = "a0c666e0-fc65-4be8-b48f-3423d788b552";

  private static final String NETWORK = "Network activity";
  private static final String DELIVERY = "Payload delivery";

  /// What MISP holds of a comment and a value, in characters.
  private static final int MAX_TEXT = 2000;

  /// What MISP holds of the name of a tag.
  private static final int MAX_TAG = 255;

  private final Investigation investigation;
  private final Wording wording;

  MispReport(Investigation investigation, Wording wording) {
    this.investigation = investigation;
    this.wording = wording;
  }

  /// @param notes what the analyst wrote
  void write(Notes notes, OutputStream out) {
    try (var json = Json.to(out, wording.redaction())) {
      json.writeStartObject();
      json.writeObjectPropertyStart("Event");
      event(json);
      json.writeArrayPropertyStart("Attribute");
      digest(json);
      Observables.of(investigation, wording.redaction())
          .all()
          .forEach(one -> observable(one, json));
      for (var remark : Remarks.of(notes, investigation.tree(), wording).all()) {
        comment(String.join("\n", remark.lines()), remark.label(), json);
      }
      json.writeEndArray();
      json.writeArrayPropertyStart("Object");
      if (investigation.input().recognised() instanceof Recognised.Mail(var message, _)) {
        email(message, json);
      }
      json.writeEndArray();
      tags(notes, json);
      json.writeEndObject();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private void event(JsonGenerator json) {
    var title = new InputWording(wording).source(investigation.input().source());
    json.writeStringProperty("uuid", uuid("event"));
    Json.text(
        "info",
        shortened(
            MailSentence.of(investigation, wording).map(text -> title + ": " + text).orElse(title)),
        json);
    var date = investigation.started().atOffset(ZoneOffset.UTC).toLocalDate();
    json.writeStringProperty("date", date.toString());
    var seconds = Long.toString(investigation.started().getEpochSecond());
    json.writeStringProperty("timestamp", seconds);
    json.writeStringProperty("distribution", "0");
    json.writeStringProperty("threat_level_id", "4");
    json.writeStringProperty("analysis", "0");
    json.writeBooleanProperty("published", false);
  }

  private void digest(JsonGenerator json) {
    var sha256 = investigation.input().sha256();
    attribute(new Attribute("sha256", DELIVERY, sha256, "the input as it came"), json);
  }

  private void observable(Observable one, JsonGenerator json) {
    var comment = String.join("; ", one.roles());
    switch (one.kind()) {
      case IPV4, IPV6 -> attribute(new Attribute("ip-src", NETWORK, one.value(), comment), json);
      case DOMAIN -> attribute(new Attribute("hostname", NETWORK, one.value(), comment), json);
      case MAILBOX -> attribute(new Attribute("email-src", DELIVERY, one.value(), comment), json);
      case URL -> attribute(new Attribute("url", NETWORK, one.value(), comment), json);
    }
  }

  /// What the analyst wrote; a long text in several attributes, so that nothing of it is lost.
  private void comment(String text, String about, JsonGenerator json) {
    for (var at = 0; at < text.length(); ) {
      var end = Math.min(text.length(), at + MAX_TEXT);
      if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
        end--;
      }
      attribute(new Attribute("comment", "Other", text.substring(at, end), about), json);
      at = end;
    }
  }

  private record Attribute(String type, String category, String value, String comment) {}

  private void attribute(Attribute one, JsonGenerator json) {
    json.writeStartObject();
    attributes(one, json);
    json.writeEndObject();
  }

  private void attributes(Attribute one, JsonGenerator json) {
    json.writeStringProperty("uuid", uuid(one.type() + one.value() + one.comment()));
    json.writeStringProperty("type", one.type());
    json.writeStringProperty("category", one.category());
    json.writeBooleanProperty("to_ids", false);
    Json.text("value", shortened(one.value()), json);
    Json.text("comment", shortened(one.comment()), json);
  }

  private void email(Message message, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("uuid", uuid("email"));
    json.writeStringProperty("name", "email");
    json.writeStringProperty("meta-category", "network");
    json.writeStringProperty("template_uuid", EMAIL_TEMPLATE);
    json.writeStringProperty("template_version", "19");
    json.writeArrayPropertyStart("Attribute");
    for (var author : message.authors().authors()) {
      part("from", "email-src", author.mailbox().address(), json);
    }
    message.subject().ifPresent(text -> part("subject", "email-subject", text, json));
    message
        .first("Message-ID")
        .ifPresent(field -> part("message-id", "email-message-id", field.value(), json));
    investigation
        .mail()
        .flatMap(mail -> mail.envelope().mailFrom())
        .filter(sender -> !sender.value().isEmpty())
        .ifPresent(sender -> part("return-path", "email-src", sender.value(), json));
    for (var hop : investigation.hops()) {
      var received = hop.hop().received();
      received
          .fromIp()
          .ifPresent(ip -> part("received-header-ip", "ip-src", Addresses.text(ip), json));
      received
          .fromRdns()
          .ifPresent(name -> part("received-header-hostname", "hostname", name, json));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void part(String relation, String type, String value, JsonGenerator json) {
    if (value.isBlank()) {
      return;
    }
    var category = type.equals("ip-src") || type.equals("hostname") ? NETWORK : DELIVERY;
    json.writeStartObject();
    json.writeStringProperty("object_relation", relation);
    attributes(new Attribute(type, category, value, ""), json);
    json.writeEndObject();
  }

  private void tags(Notes notes, JsonGenerator json) {
    json.writeArrayPropertyStart("Tag");
    var results =
        investigation.mail().stream()
            .flatMap(mail -> mail.verdicts().entrySet().stream())
            .map(entry -> tag(entry.getKey(), entry.getValue()));
    Stream.concat(results, notes.tags().stream().map(MispReport::ofTag))
        .forEach(name -> {
          json.writeStartObject();
          Json.text("name", name, json);
          json.writeEndObject();
        });
    json.writeEndArray();
  }

  private static String ofTag(String text) {
    return text.length() > MAX_TAG
        ? text.substring(0, text.offsetByCodePoints(0, MAX_TAG / 2))
        : text;
  }

  /// A tag in the form of machine tags: `whence:dmarc="fail"`.
  private static String tag(Check check, Verdict verdict) {
    return "whence:" + check.name().toLowerCase(Locale.ROOT) + "=\"" + verdict.word() + "\"";
  }

  private String uuid(String name) {
    var run = investigation.input().sha256() + investigation.started();
    return NameUuid.of(NameUuid.WHENCE, run + " misp " + name).toString();
  }

  private static String shortened(String text) {
    return text.length() > MAX_TEXT
        ? text.substring(0, text.offsetByCodePoints(0, MAX_TEXT / 2))
        : text;
  }
}
