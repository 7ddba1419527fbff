package org.whence.investigation;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.whence.investigation.Envelope.Origin;
import org.whence.investigation.Envelope.Told;
import org.whence.ip.AddressLiteral;
import org.whence.mail.Claim;
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
    return receivedSpf()
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
    return receivedSpf()
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
  Stream<Told<String>> senders() {
    return Stream.concat(
        message.claims().stream().flatMap(claim -> senders(claim).stream()),
        receivedSpf()
            .flatMap(noted ->
                noted
                    .says()
                    .value("envelope-from")
                    .flatMap(NotedEnvelope::path)
                    .map(path -> told(path, Origin.RECEIVED_SPF, noted.field()))
                    .stream()));
  }

  private List<Told<String>> senders(Claim claim) {
    return claim.says().of("spf").stream()
        .flatMap(result -> result.value("smtp", "mailfrom").stream())
        .flatMap(value -> path(value).stream())
        .map(path -> told(path, Origin.AUTHENTICATION_RESULTS, claim.field()))
        .toList();
  }

  private static Optional<String> path(String value) {
    return ReversePath.of(value)
        .or(() -> Optional.of(value).filter(text -> text.indexOf('.') > 0 && !text.isBlank()));
  }

  private Stream<Noted> receivedSpf() {
    return message.all("Received-SPF").stream()
        .limit(MAX_FIELDS)
        .map(field -> new Noted(field, ReceivedSpf.parse(field.rawValue())));
  }

  private <T> Told<T> told(T value, Origin origin, HeaderField field) {
    return new Told<>(value, origin, Optional.of(field), isAboveLine.test(field));
  }
}
