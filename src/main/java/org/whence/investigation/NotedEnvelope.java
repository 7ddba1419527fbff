package org.whence.investigation;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.whence.investigation.Envelope.Origin;
import org.whence.investigation.Envelope.Told;
import org.whence.ip.AddressLiteral;
import org.whence.mail.HeaderField;
import org.whence.mail.Message;
import org.whence.mail.ReceivedSpf;

/// What servers noted of the client and the sender when they checked SPF: in Authentication-Results
/// and Received-SPF fields.
final class NotedEnvelope {
  /// How many Received-SPF fields are read at most, from the newest.
  private static final int MAX_FIELDS = 50;

  private final Message message;
  private final Predicate<HeaderField> isAboveLine;

  private record Noted(HeaderField field, ReceivedSpf says) {}

  NotedEnvelope(Message message, Predicate<HeaderField> isAboveLine) {
    this.message = message;
    this.isAboveLine = isAboveLine;
  }

  /// The client of the newest Received-SPF field above the trust line.
  Optional<Told<InetAddress>> ip() {
    return receivedSpf().stream()
        .filter(noted -> isAboveLine.test(noted.field()))
        .flatMap(noted ->
            noted
                .says()
                .value("client-ip")
                .flatMap(AddressLiteral::find)
                .map(literal -> told(literal.address(), Origin.RECEIVED_SPF, noted.field()))
                .stream())
        .findFirst();
  }

  /// What that client called itself.
  Optional<Told<String>> helo() {
    return receivedSpf().stream()
        .filter(noted -> isAboveLine.test(noted.field()))
        .flatMap(noted ->
            noted
                .says()
                .value("helo")
                .filter(helo -> !helo.isBlank())
                .map(helo -> told(helo, Origin.RECEIVED_SPF, noted.field()))
                .stream())
        .findFirst();
  }

  /// The senders, newest first: `smtp.mailfrom` of Authentication-Results, a domain alone often,
  /// then those of Received-SPF.
  List<Told<String>> senders() {
    var senders = new ArrayList<Told<String>>();
    for (var claim : message.claims()) {
      for (var result : claim.says().of("spf")) {
        var sender = result.value("smtp", "mailfrom").flatMap(NotedEnvelope::path);
        if (sender.isPresent()) {
          senders.add(told(sender.get(), Origin.AUTHENTICATION_RESULTS, claim.field()));
        }
      }
    }
    for (var noted : receivedSpf()) {
      var sender = noted.says().value("envelope-from").flatMap(NotedEnvelope::path);
      if (sender.isPresent()) {
        senders.add(told(sender.get(), Origin.RECEIVED_SPF, noted.field()));
      }
    }
    return senders;
  }

  private static Optional<String> path(String value) {
    return ReversePath.of(value)
        .or(() -> Optional.of(value).filter(text -> text.indexOf('.') > 0 && !text.isBlank()));
  }

  private List<Noted> receivedSpf() {
    var fields = message.all("Received-SPF");
    var noted = new ArrayList<Noted>();
    for (var field : fields.subList(0, Math.min(fields.size(), MAX_FIELDS))) {
      noted.add(new Noted(field, ReceivedSpf.parse(field.rawValue())));
    }
    return noted;
  }

  private <T> Told<T> told(T value, Origin origin, HeaderField field) {
    return new Told<>(value, origin, Optional.of(field), isAboveLine.test(field));
  }
}
