package org.whence.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.whence.investigation.Investigation;
import org.whence.investigation.Recognised;
import org.whence.ip.Addresses;
import org.whence.report.Observables.Kind;

/// The draft of a report to an abuse desk, in the Abuse Reporting Format (RFC 5965): words for its
/// reader with the whole tree, a part for its program, and the mail itself. It has no recipient and
/// no sender yet; mail programs open it to be completed.
///
/// The mail is attached as [MailEvidence]; the digest in the first part is of the octets as they
/// came.
final class ArfReport {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT);
  private static final String END = "\r\n";

  /// How many domains and URLs are reported.
  private static final int MAX_REPORTED = 50;

  private final Investigation investigation;
  private final Wording wording;
  private final AbuseDraft draft;

  ArfReport(Investigation investigation, Wording wording) {
    this.investigation = investigation;
    this.wording = wording;
    this.draft = new AbuseDraft(investigation, wording);
  }

  void write(OutputStream out) throws IOException {
    if (!(investigation.input().recognised() instanceof Recognised.Mail(var message, var bare))) {
      throw new ReportProblem("arf: reports a mail, and the input is none; write json or csv");
    }
    var mail = MailEvidence.of(message, bare, wording.redaction(), Integer.MAX_VALUE);
    var boundary = boundary();
    write(
        out,
        List.of(
            "MIME-Version: 1.0",
            "X-Unsent: 1",
            "Date: " + date(investigation.finished()),
            "Subject: " + subject(),
            "Content-Type: multipart/report; report-type=feedback-report;",
            "\tboundary=\"" + boundary + "\"",
            "",
            "--" + boundary,
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            ""));
    out.write(Base64.getMimeEncoder().encode(draft.words()));
    write(out, List.of("", "--" + boundary, "Content-Type: message/feedback-report", ""));
    write(out, feedback());
    write(
        out,
        List.of(
            "",
            "--" + boundary,
            "Content-Type: " + mail.type(),
            "Content-Transfer-Encoding: " + (mail.isAscii() ? "7bit" : "8bit"),
            "Content-Disposition: attachment",
            ""));
    out.write(mail.octets());
    write(out, List.of("", "--" + boundary + "--"));
  }

  private String subject() {
    return client().map(ip -> "Abuse report: mail from " + ip).orElse("Abuse report");
  }

  private Optional<String> client() {
    return draft.client().map(Addresses::text);
  }

  /// RFC 5965, 3.1 and 3.2. Values are well formed by their grammar, so none ends its line.
  private List<String> feedback() {
    var lines = new ArrayList<String>();
    lines.add("Feedback-Type: abuse");
    lines.add("User-Agent: Whence/" + token(investigation.parameters().version()));
    lines.add("Version: 1");
    client().ifPresent(ip -> lines.add("Source-IP: " + ip));
    draft.sender().ifPresent(sender -> lines.add("Original-Mail-From: <" + sender + ">"));
    MailEvidence.arrival(investigation)
        .ifPresent(arrival -> lines.add("Arrival-Date: " + date(arrival)));
    reported(Kind.DOMAIN, "domain of the author")
        .forEach(domain -> lines.add("Reported-Domain: " + domain));
    reported(Kind.URL, "link").forEach(url -> lines.add("Reported-URI: " + url));
    return lines;
  }

  private Stream<String> reported(Kind kind, String role) {
    return draft.of(kind, role).stream().limit(MAX_REPORTED);
  }

  /// Made of the digest of the input, which nobody can foresee within it.
  private String boundary() {
    var name = investigation.input().sha256() + investigation.started();
    return "whence-" + NameUuid.of(NameUuid.WHENCE, name);
  }

  private static String token(String text) {
    return text.replaceAll("[^A-Za-z0-9.-]", "_");
  }

  private static String date(Instant time) {
    return DATE.format(time.atOffset(ZoneOffset.UTC));
  }

  private static void write(OutputStream out, List<String> lines) throws IOException {
    for (var line : lines) {
      out.write((line + END).getBytes(StandardCharsets.US_ASCII));
    }
  }
}
