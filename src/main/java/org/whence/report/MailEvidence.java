package org.whence.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.whence.investigation.Investigation;
import org.whence.mail.MailDate;
import org.whence.mail.Message;

/// A mail as it is attached to a report: with CRLF as line end, as a message on its way must have
/// (RFC 5322, 2.3); where it is redacted, or larger than is taken, its header alone.
final class MailEvidence {
  private static final String MAIL = "message/rfc822";
  private static final String HEADER = "text/rfc822-headers";
  private static final byte[] END = {'\r', '\n'};

  private final String type;
  private final byte[] octets;

  private MailEvidence(String type, byte[] octets) {
    this.type = type;
    this.octets = octets;
  }

  /// The media type.
  String type() {
    return type;
  }

  /// What is attached; not to be changed.
  byte[] octets() {
    return octets;
  }

  /// @param bare whether there is a header alone
  /// @param most how many octets are taken; of what is larger the header, cut off there
  static MailEvidence of(Message message, boolean bare, Optional<Redaction> redaction, int most) {
    if (redaction.isPresent()) {
      return header(redacted(message, redaction.get()), most);
    }
    return bare || message.end() - message.headerStart() > most
        ? header(message, most)
        : whole(message, most);
  }

  private static MailEvidence whole(Message message, int most) {
    var octets = lines(message, message.end());
    return octets.length > most ? header(message, most) : new MailEvidence(MAIL, octets);
  }

  private static MailEvidence header(Message message, int most) {
    var octets = lines(message, message.bodyStart());
    return new MailEvidence(HEADER, octets.length > most ? Arrays.copyOf(octets, most) : octets);
  }

  /// The header alone: a body cannot be redacted.
  private static Message redacted(Message message, Redaction redaction) {
    var fields =
        message.fields().stream()
            .map(field -> redaction.text(field.text()))
            .collect(Collectors.joining());
    return Message.read(fields.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] lines(Message message, int end) {
    var octets = message.slice(message.headerStart(), end);
    var source = new ByteArrayOutputStream(octets.remaining() + 64);
    while (octets.hasRemaining()) {
      var octet = octets.get();
      if (octet == '\r' || octet == '\n') {
        if (octet == '\r' && octets.hasRemaining() && octets.get(octets.position()) == '\n') {
          octets.get();
        }
        source.writeBytes(END);
      } else {
        source.write(octet);
      }
    }
    return source.toByteArray();
  }

  /// Whether all of it are 7-bit octets.
  boolean isAscii() {
    for (var octet : octets) {
      if (octet < 0) {
        return false;
      }
    }
    return true;
  }

  /// When the mail came in, by the newest stamp that tells a moment.
  static Optional<Instant> arrival(Investigation investigation) {
    return investigation.hops().stream()
        .flatMap(hop -> hop.hop().received().date().stream())
        .map(MailDate::instant)
        .flatMap(Optional::stream)
        .findFirst();
  }
}
