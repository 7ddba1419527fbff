package org.whence.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.whence.casefile.Notes;
import org.whence.enrichment.BlockList;
import org.whence.enrichment.Enrichment;
import org.whence.investigation.AddressEntry;
import org.whence.investigation.Check;
import org.whence.investigation.Input;
import org.whence.investigation.Investigation;
import org.whence.investigation.MailResult;
import org.whence.investigation.Options;
import org.whence.investigation.Parameters;
import org.whence.investigation.Place;
import org.whence.investigation.Problem;
import org.whence.investigation.Recognised;
import org.whence.investigation.Repair;
import org.whence.investigation.Source;
import org.whence.ip.Addresses;
import org.whence.iprev.IprevResult;
import org.whence.iprev.RotationResult;
import org.whence.receiver.Profile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;

/// The report for programs: one object on one line, with real values, the whole tree and every
/// exchange.
///
/// Names are those of the machine-readable forms: absent is absent, lists are always lists, times
/// are RFC 3339 in UTC, addresses RFC 5952, durations milliseconds.
final class JsonReport {
  /// Raised where a member changes its meaning or goes; not where one is added.
  static final int SCHEMA = 1;

  private final Investigation investigation;
  private final Wording wording;

  /// @param wording tells the sentence that sums up, with values as they are, and redacts
  JsonReport(Investigation investigation, Wording wording) {
    this.investigation = investigation;
    this.wording = wording.defanged(false);
  }

  /// @param notes what the analyst wrote
  void write(Notes notes, OutputStream out) throws IOException {
    write(
        json -> {
          members(json);
          if (!notes.isEmpty()) {
            NotesJson.write(notes, investigation.tree(), json);
          }
        },
        out);
  }

  /// Writes an object on one line: version, schema and input of the investigation, then members.
  void write(Members members, OutputStream out) throws IOException {
    try (var json = Json.to(out, wording.redaction())) {
      begin(investigation.parameters(), json);
      input(investigation.input(), json);
      members.write(json);
      wording.redaction().ifPresent(by -> redacted(by, json));
      json.writeEndObject();
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
    out.write('\n');
    out.flush();
  }

  /// What was taken out: the placeholders, with their kinds.
  private static void redacted(Redaction redaction, JsonGenerator json) {
    json.writeArrayPropertyStart("redacted");
    for (var each : redaction.replaced()) {
      json.writeStartObject();
      json.writeStringProperty("kind", each.kind().word());
      json.writeStringProperty("placeholder", each.placeholder());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// Members of an object that the caller has begun.
  interface Members {
    void write(JsonGenerator json) throws JacksonException;
  }

  private void members(JsonGenerator json) {
    parameters(investigation.parameters(), json);
    Json.time("started", investigation.started(), json);
    Json.time("finished", investigation.finished(), json);
    json.writeBooleanProperty("stopped", investigation.stopped());
    hops(json);
    iprev(investigation.iprev(), json);
    investigation.mail().ifPresent(mail -> mail(mail, json));
    Json.text("summary", MailSentence.of(investigation, wording), json);
    investigation.input().mime().ifPresent(root -> MimeJson.mime(root, json));
    rotations(investigation.rotations(), json);
    DocumentJson.documents(investigation.documents(), json);
    json.writeName("tree");
    new StepJson(json).step(investigation.tree());
  }

  private static void mail(MailResult mail, JsonGenerator json) {
    json.writeObjectPropertyStart("message");
    json.writeStringProperty("path", mail.path());
    mail.border().ifPresent(border -> HopJson.border(border, json));
    ResultJson.envelope(mail.envelope(), json);
    ResultJson.mail(mail, json);
    if (!mail.judgements().isEmpty()) {
      ReceiverJson.receivers(mail.judgements(), json);
    }
    json.writeEndObject();
  }

  static void begin(Parameters parameters, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("whence", parameters.version());
    json.writeNumberProperty("schema", SCHEMA);
  }

  static void iprev(List<IprevResult> results, JsonGenerator json) {
    json.writeArrayPropertyStart("iprev");
    for (var result : results) {
      json.writeStartObject();
      json.writeStringProperty("ip", Addresses.text(result.client()));
      json.writeStringProperty("path", result.step().path());
      ResultJson.iprev(result, json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// `rotations`, where clients were checked again.
  static void rotations(List<RotationResult> rotations, JsonGenerator json) {
    if (rotations.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("rotations");
    for (var rotation : rotations) {
      json.writeStartObject();
      json.writeStringProperty("ip", Addresses.text(rotation.first().client()));
      json.writeStringProperty("path", rotation.step().path());
      ResultJson.rotation(rotation, json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void hops(JsonGenerator json) {
    json.writeArrayPropertyStart("hops");
    for (var result : investigation.hops()) {
      json.writeStartObject();
      json.writeStringProperty("path", result.path());
      json.writeBooleanProperty("believed", result.believed());
      HopJson.hop(result.hop(), result.notes(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void input(Input input, JsonGenerator json) {
    json.writeObjectPropertyStart("input");
    source(input.source(), input.size(), input.sha256(), json);
    MimeJson.found(input, json);
    recognised(input, json);
    repairs(input.repairs(), json);
    problems(input.problems(), json);
    json.writeEndObject();
  }

  static void source(Source source, long size, String sha256, JsonGenerator json) {
    json.writeStringProperty("source", lower(source.kind()));
    Json.text("name", source.name(), json);
    json.writeNumberProperty("size", size);
    json.writeStringProperty("sha256", sha256);
  }

  static void repairs(List<Repair> repairs, JsonGenerator json) {
    json.writeArrayPropertyStart("repairs");
    repairs.forEach(repair -> repair(repair, json));
    json.writeEndArray();
  }

  static void problems(List<Problem> problems, JsonGenerator json) {
    json.writeArrayPropertyStart("problems");
    problems.forEach(problem -> problem(problem, json));
    json.writeEndArray();
  }

  static void addresses(List<AddressEntry> entries, JsonGenerator json) {
    json.writeStringProperty("recognised", "addresses");
    json.writeArrayPropertyStart("addresses");
    entries.forEach(entry -> address(entry, json));
    json.writeEndArray();
  }

  private static void recognised(Input input, JsonGenerator json) {
    switch (input.recognised()) {
      case Recognised.Addresses(var entries) -> addresses(entries, json);
      case Recognised.Mail(var message, var headersOnly) -> {
        json.writeStringProperty("recognised", headersOnly ? "header" : "mail");
        Json.text("subject", message.subject(), json);
        Json.text("from", message.from(), json);
        json.writeNumberProperty("fields", message.fields().size());
        json.writeArrayPropertyStart("defects");
        message.defects().forEach(defect -> MimeJson.defect(defect, json));
        json.writeEndArray();
      }
      case Recognised.Domain(var name) -> {
        json.writeStringProperty("recognised", "domain");
        Json.text("domain", name, json);
      }
      case Recognised.Nothing(var why, _) -> {
        json.writeStringProperty("recognised", "nothing");
        json.writeStringProperty("why", lower(why));
      }
    }
  }

  private static void address(AddressEntry entry, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("ip", Addresses.text(entry.literal().address()));
    Json.text("text", entry.literal().text(), json);
    Json.text("zone", entry.literal().zone(), json);
    Json.text("block", entry.block().map(Object::toString), json);
    place(entry.place(), json);
    json.writeNumberProperty("count", entry.count());
    json.writeEndObject();
  }

  private static void repair(Repair repair, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("kind", lower(repair.kind()));
    json.writeNumberProperty("count", repair.count());
    place(repair.first(), json);
    json.writeEndObject();
  }

  private static void problem(Problem problem, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("kind", lower(problem.kind()));
    Json.text("cause", problem.cause().map(JsonReport::lower), json);
    place(problem.place(), json);
    Json.text("text", problem.text(), json);
    Json.text("detail", problem.detail(), json);
    json.writeEndObject();
  }

  private static void place(Place place, JsonGenerator json) {
    json.writeNumberProperty("line", place.line());
    json.writeNumberProperty("column", place.column());
  }

  static void parameters(Parameters parameters, JsonGenerator json) {
    json.writeObjectPropertyStart("parameters");
    Json.text("resolver", parameters.resolver(), json);
    options(parameters.options(), json);
    json.writeEndObject();
  }

  private static void options(Options options, JsonGenerator json) {
    json.writeBooleanProperty("asking", options.asking());
    json.writeBooleanProperty("asksSpecialUse", options.asksSpecialUse());
    Json.texts(
        "checks",
        Arrays.stream(Check.values())
            .filter(options.checks()::contains)
            .map(JsonReport::lower)
            .toList(),
        json);
    json.writeBooleanProperty("spfRest", options.spf().beyond());
    Json.text("ip", options.ip().map(Addresses::text), json);
    Json.text("helo", options.helo(), json);
    Json.text("mailFrom", options.mailFrom(), json);
    options.at().ifPresent(at -> Json.time("at", at, json));
    Json.texts("trusted", options.trust().servers().entries(), json);
    Json.texts("authservIds", options.trust().authservIds(), json);
    Json.texts("receivers", options.receivers().stream().map(Profile::name).toList(), json);
    Json.texts("postures", options.postures(), json);
    Json.texts(
        "enrichment",
        Stream.concat(
                options.enrichment().origin().stream().map(Enrichment.Origin::names),
                options.enrichment().lists().stream().map(BlockList::zone))
            .toList(),
        json);
    if (!options.trust().sealers().isEmpty()) {
      Json.texts("trustedSealers", options.trust().sealers(), json);
    }
    Json.text("border", options.trust().border().toString(), json);
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
