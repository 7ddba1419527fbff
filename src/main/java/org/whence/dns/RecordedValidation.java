package org.whence.dns;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.whence.dns.Validation.Status;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// What a line of a recording says of DNSSEC: a [Validation] that names other lines.
///
/// @param asked the lines of what had to be asked for it
record RecordedValidation(
    Status status, String reason, OptionalInt extendedError, List<Reference> asked) {

  /// The line of an exchange.
  ///
  /// @param age how old it was, where it came from the cache
  record Reference(Question question, Instant asked, Optional<Duration> age) {
    static Reference of(Exchange exchange) {
      return new Reference(exchange.question(), exchange.asked(), Optional.empty());
    }

    private Reference fresh() {
      return new Reference(question, asked, Optional.empty());
    }
  }

  RecordedValidation {
    asked = List.copyOf(asked);
  }

  /// Reads the value of the member `dnssec`.
  static RecordedValidation parse(JsonParser parser) throws IOException {
    RecordingLine.expect(JsonToken.START_OBJECT, "dnssec", parser);
    var status = Optional.<Status>empty();
    var reason = "";
    var extendedError = OptionalInt.empty();
    var asked = new ArrayList<Reference>();
    for (var member = parser.nextName(); member != null; member = parser.nextName()) {
      parser.nextToken();
      switch (member) {
        case "status" -> status = Status.ofWord(RecordingLine.text(member, parser));
        case "reason" -> reason = RecordingLine.text(member, parser);
        case "ede" -> extendedError = OptionalInt.of(code(member, parser));
        case "asked" -> references(parser, asked);
        default -> parser.skipChildren();
      }
    }
    if (status.isEmpty()) {
      throw new IOException("dnssec: status: not known");
    }
    return new RecordedValidation(status.get(), reason, extendedError, asked);
  }

  private static int code(String member, JsonParser parser) throws IOException {
    RecordingLine.expect(JsonToken.VALUE_NUMBER_INT, member, parser);
    return parser.getIntValue();
  }

  private static void references(JsonParser parser, List<Reference> into) throws IOException {
    RecordingLine.expect(JsonToken.START_ARRAY, "asked", parser);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      RecordingLine.expect(JsonToken.START_OBJECT, "asked", parser);
      into.add(reference(parser));
    }
  }

  private static Reference reference(JsonParser parser) throws IOException {
    var name = "";
    var type = "";
    var asked = Instant.EPOCH;
    var age = Optional.<Duration>empty();
    for (var member = parser.nextName(); member != null; member = parser.nextName()) {
      parser.nextToken();
      switch (member) {
        case "name" -> name = RecordingLine.text(member, parser);
        case "type" -> type = RecordingLine.text(member, parser);
        case "asked" -> asked = Instant.parse(RecordingLine.text(member, parser));
        case "ageMs" -> age = Optional.of(RecordingLine.milliseconds(member, parser));
        default -> parser.skipChildren();
      }
    }
    return new Reference(RecordingLine.question(name, type), asked, age);
  }

  /// The validation, with the exchanges of the lines that it names; lines that are not there are
  /// left out.
  Validation of(Function<Reference, Optional<Exchange>> lines) {
    var exchanges =
        asked.stream()
            .flatMap(reference ->
                lines.apply(reference.fresh()).stream()
                    .map(exchange -> reference.age().map(exchange::fromCache).orElse(exchange)))
            .toList();
    return new Validation(status, reason, extendedError, exchanges);
  }
}
