package org.whence.report;

import org.whence.investigation.Holder;
import org.whence.investigation.Input;
import org.whence.investigation.Packed;
import org.whence.investigation.Recognised;
import org.whence.mail.Defect;
import org.whence.mail.Sha256;
import org.whence.mail.container.Container;
import org.whence.mail.mime.ContentType;
import org.whence.mail.mime.Entity;
import org.whence.mail.mime.Link;
import org.whence.mail.mime.Links;
import org.whence.mail.mime.Protection;
import tools.jackson.core.JsonGenerator;

/// What a mail came in and what it consists of, for programs.
final class MimeJson {
  private MimeJson() {}

  /// `foundIn` (outermost first), `format` and `fidelity`.
  static void found(Input input, JsonGenerator json) {
    if (!input.foundIn().isEmpty()) {
      json.writeArrayPropertyStart("foundIn");
      input.foundIn().forEach(holder -> holder(holder, json));
      json.writeEndArray();
    }
    Json.text("format", input.format().map(Container.Kind::word), json);
    if (input.recognised() instanceof Recognised.Mail(var message, _)) {
      json.writeStringProperty("fidelity", message.fidelity().word());
    }
  }

  private static void holder(Holder holder, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("kind", holder.kind().word());
    Json.text("name", holder.source().name(), json);
    Json.text("sha256", holder.sha256(), json);
    json.writeEndObject();
  }

  /// `parts`, in the order of the source, and `links`, part by part.
  static void mime(Entity root, JsonGenerator json) {
    json.writeArrayPropertyStart("parts");
    root.all().forEach(part -> part(part, json));
    json.writeEndArray();
    json.writeArrayPropertyStart("links");
    Links.all(root).forEach(found -> link(found.part(), found.link(), json));
    json.writeEndArray();
  }

  private static void part(Entity part, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("path", part.path());
    json.writeStringProperty("kind", JsonReport.lower(part.kind()));
    Json.text("type", part.type().name(), json);
    Json.text("charset", part.type().parameters().first("charset"), json);
    Json.text("disposition", part.disposition().map(ContentType::type), json);
    Json.text("name", part.fileName(), json);
    Json.text("transferEncoding", part.transferEncoding(), json);
    json.writeNumberProperty("position", part.range().start());
    json.writeNumberProperty("size", part.size());
    Json.text("sha256", part.sha256(), json);
    Json.text("protection", Protection.of(part).map(Protection::word), json);
    json.writeArrayPropertyStart("defects");
    part.defects().forEach(defect -> defect(defect, json));
    json.writeEndArray();
    Packed.in(part).ifPresent(container -> packed(container, json));
    json.writeEndObject();
  }

  /// `packed`: what is in an archive or a `winmail.dat`.
  private static void packed(Container container, JsonGenerator json) {
    json.writeObjectPropertyStart("packed");
    json.writeStringProperty("kind", container.kind().word());
    json.writeArrayPropertyStart("files");
    for (var member : container.members()) {
      json.writeStartObject();
      Json.text("name", member.name(), json);
      json.writeNumberProperty("size", member.octets().length);
      json.writeStringProperty("sha256", Sha256.of(member.octets()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("omissions");
    container.omissions().forEach(omission -> json.writeString(omission.kind().word()));
    json.writeEndArray();
    json.writeEndObject();
  }

  static void defect(Defect defect, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("kind", JsonReport.lower(defect.kind()));
    json.writeNumberProperty("line", defect.line());
    json.writeNumberProperty("position", defect.position());
    json.writeEndObject();
  }

  private static void link(Entity part, Link link, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("part", part.path());
    json.writeStringProperty("kind", link.kind().word());
    Json.text("target", link.target(), json);
    Json.text("host", link.host(), json);
    Json.text("readHost", link.readHost(), json);
    if (!link.shown().isEmpty()) {
      Json.text("shown", link.shown(), json);
    }
    Json.text("shownHost", link.elsewhere(), json);
    json.writeEndObject();
  }
}
