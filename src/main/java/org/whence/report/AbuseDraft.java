package org.whence.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.whence.casefile.Notes;
import org.whence.investigation.Envelope;
import org.whence.investigation.Investigation;
import org.whence.investigation.MailResult;
import org.whence.report.Observables.Kind;
import org.whence.report.Observables.Observable;

/// What every draft to an abuse desk tells, whatever its format. What the analyst wrote is not for
/// others, and stands in none.
final class AbuseDraft {
  private final Investigation investigation;
  private final Wording wording;
  private final List<Observable> observables;

  AbuseDraft(Investigation investigation, Wording wording) {
    this.investigation = investigation;
    this.wording = wording;
    this.observables = Observables.of(investigation, wording.redaction()).all();
  }

  /// The client that handed the mail over; absent where its address is not known.
  Optional<InetAddress> client() {
    return investigation
        .mail()
        .map(MailResult::envelope)
        .flatMap(Envelope::ip)
        .map(Envelope.Told::value);
  }

  /// The sender of the envelope, well formed by its grammar.
  Optional<String> sender() {
    return of(Kind.MAILBOX, "MAIL FROM").stream().findFirst();
  }

  /// What there is of a kind in a role, well formed by its grammar.
  List<String> of(Kind kind, String role) {
    return observables.stream()
        .filter(one -> one.kind() == kind && one.roles().contains(role))
        .map(Observable::value)
        .toList();
  }

  /// The report as text in UTF-8: everything that was found, and the digest of the mail.
  byte[] words() throws IOException {
    var text = new ByteArrayOutputStream();
    new TextReport(wording, new TextStyle(true, false)).write(investigation, Notes.NONE, text);
    return text.toByteArray();
  }
}
