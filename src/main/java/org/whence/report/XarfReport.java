package org.whence.report;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.util.Base64;
import org.whence.investigation.Investigation;
import org.whence.investigation.Recognised;
import org.whence.ip.Addresses;
import org.whence.mail.EncodedWords;
import org.whence.mail.Message;
import org.whence.mail.Sha256;
import tools.jackson.core.JsonGenerator;

/// The draft of a report to an abuse desk as XARF 4 (`https://xarf.org`), the successor of X-ARF:
/// an object of the type `messaging/spam` with the mail and the words for people as evidence.
///
/// Who reports is not known here, nor the port that the client sent from; XARF wants both. What is
/// to be completed stands as a name below `.invalid` (RFC 2606, 2), the port as 25, and the
/// description says so. Links and confidence are left out: that would be a judgement.
final class XarfReport {
  private static final String VERSION = "4.2.0";
  private static final String REPORTER = "reporter.invalid";
  private static final String UNKNOWN = "unknown@sender.invalid";
  private static final int UNKNOWN_PORT = 25;
  private static final int MAX_SUBJECT = 500;
  private static final int MAX_WORD = 200;

  /// How large a piece of evidence may be; of a larger mail the header is sent.
  private static final int MAX_EVIDENCE = 5 * 1024 * 1024;

  private final Investigation investigation;
  private final Wording wording;
  private final AbuseDraft draft;

  XarfReport(Investigation investigation, Wording wording) {
    this.investigation = investigation;
    this.wording = wording;
    this.draft = new AbuseDraft(investigation, wording);
  }

  void write(OutputStream out) throws IOException {
    if (!(investigation.input().recognised() instanceof Recognised.Mail(var message, var bare))) {
      throw new ReportProblem("xarf: reports a mail, and the input is none; write json or csv");
    }
    var client =
        draft
            .client()
            .orElseThrow(() ->
                new ReportProblem(
                    "xarf: reports a client, whose address is not known; tell it with --ip"));
    var words = draft.words();
    try (var json = Json.to(out, wording.redaction())) {
      json.writeStartObject();
      head(client, json);
      about(message, json);
      json.writeArrayPropertyStart("evidence");
      var evidence = MailEvidence.of(message, bare, wording.redaction(), MAX_EVIDENCE);
      evidence(evidence.type(), "The mail", evidence.octets(), json);
      if (words.length <= MAX_EVIDENCE) {
        evidence("text/plain; charset=utf-8", "What was found", words, json);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private void head(InetAddress client, JsonGenerator json) {
    json.writeStringProperty("xarf_version", VERSION);
    json.writeStringProperty("report_id", id());
    Json.time(
        "timestamp", MailEvidence.arrival(investigation).orElse(investigation.started()), json);
    contact("reporter", json);
    contact("sender", json);
    json.writeStringProperty("source_identifier", Addresses.text(client));
    json.writeNumberProperty("source_port", UNKNOWN_PORT);
    json.writeStringProperty("category", "messaging");
    json.writeStringProperty("type", "spam");
    json.writeStringProperty(
        "description",
        "Draft by Whence. Complete reporter and sender, and source_port, which is not known: 25"
            + " stands for it. A name below .invalid is not known either.");
  }

  private static void contact(String name, JsonGenerator json) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("org", "to be completed");
    json.writeStringProperty("contact", "abuse@" + REPORTER);
    json.writeStringProperty("domain", REPORTER);
    json.writeEndObject();
  }

  private void about(Message message, JsonGenerator json) {
    json.writeStringProperty("protocol", "smtp");
    // Well formed by its grammar, which programs that read XARF hold it against.
    json.writeStringProperty("smtp_from", draft.sender().orElse(UNKNOWN));
    message
        .first("Subject")
        .map(subject -> EncodedWords.decode(subject.value()))
        .ifPresent(subject -> Json.text("subject", cut(subject, MAX_SUBJECT), json));
    message
        .first("Message-ID")
        .ifPresent(id -> Json.text("message_id", cut(id.value(), MAX_WORD), json));
  }

  private static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most));
  }

  private static void evidence(String type, String description, byte[] octets, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("content_type", type);
    json.writeStringProperty("description", description);
    // Past the redaction, which knows words and not base64: the octets are redacted already.
    json.writeName("payload");
    json.writeRawValue('"' + Base64.getEncoder().encodeToString(octets) + '"');
    json.writeStringProperty("hash", "sha256:" + Sha256.of(octets));
    json.writeNumberProperty("size", octets.length);
    json.writeEndObject();
  }

  /// The same investigation has the same identifier; XARF wants the form of version 4 (RFC 9562,
  /// 5.4), whose bits stand for nothing.
  private String id() {
    var made =
        NameUuid.of(
                NameUuid.WHENCE, "xarf " + investigation.input().sha256() + investigation.started())
            .toString();
    return made.substring(0, 14) + "4" + made.substring(15);
  }
}
