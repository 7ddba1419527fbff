package org.whence.dns;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whence.dns.Attempt.Problem;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// One line of a recording, as its members stand there. Only `name`, `type` and `outcome` must be
/// there, and `records` where the outcome is `answer`; members that are not known are passed over.
final class RecordingLine {
  private static final JsonFactory JSON = new JsonFactory();

  private @Nullable String name;
  private @Nullable String type;
  private @Nullable String outcome;
  private List<String> records = List.of();
  private @Nullable String server;
  private @Nullable Instant asked;
  private Duration took = Duration.ZERO;
  private List<String> flags = List.of();
  private byte @Nullable [] response;
  private Optional<Instant> date = Optional.empty();
  private String detail = "";
  private final List<Attempt> attempts = new ArrayList<>();
  private Optional<Duration> age = Optional.empty();
  private String step = "";
  private String via = "";
  private Optional<RecordedValidation> validation = Optional.empty();

  private RecordingLine() {}

  /// @throws IOException with the cause, if this is no JSON object, or a member is not what it must
  ///   be
  static RecordingLine parse(byte[] json) throws IOException {
    try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("no JSON object");
      }
      var line = new RecordingLine();
      for (var member = parser.nextName(); member != null; member = parser.nextName()) {
        parser.nextToken();
        line.read(member, parser);
      }
      if (parser.nextToken() != null) {
        throw new IOException("more than one JSON object");
      }
      return line;
    } catch (JacksonException e) {
      throw new IOException("no JSON: " + e.getOriginalMessage(), e);
    } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    }
  }

  private void read(String member, JsonParser parser) throws IOException {
    switch (member) {
      case "name" -> name = text(member, parser);
      case "type" -> type = text(member, parser);
      case "outcome" -> outcome = text(member, parser);
      case "records" -> records = texts(member, parser);
      case "server" -> server = text(member, parser);
      case "asked" -> asked = Instant.parse(text(member, parser));
      case "ms" -> took = milliseconds(member, parser);
      case "flags" -> flags = texts(member, parser);
      case "response" -> response = Base64.getDecoder().decode(text(member, parser));
      case "date" -> date = Optional.of(Instant.parse(text(member, parser)));
      case "detail" -> detail = text(member, parser);
      case "attempts" -> readAttempts(parser);
      case "ageMs" -> age = Optional.of(milliseconds(member, parser));
      case "step" -> step = text(member, parser);
      case "via" -> via = text(member, parser);
      case "dnssec" -> validation = Optional.of(RecordedValidation.parse(parser));
      default -> parser.skipChildren();
    }
  }

  private void readAttempts(JsonParser parser) throws IOException {
    expect(JsonToken.START_ARRAY, "attempts", parser);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      expect(JsonToken.START_OBJECT, "attempts", parser);
      attempts.add(attempt(parser));
    }
  }

  private static Attempt attempt(JsonParser parser) throws IOException {
    String server = "";
    var problem = "";
    var took = Duration.ZERO;
    var detail = "";
    for (var member = parser.nextName(); member != null; member = parser.nextName()) {
      parser.nextToken();
      switch (member) {
        case "server" -> server = text(member, parser);
        case "problem" -> problem = text(member, parser);
        case "ms" -> took = milliseconds(member, parser);
        case "detail" -> detail = text(member, parser);
        default -> parser.skipChildren();
      }
    }
    for (var known : Problem.values()) {
      if (known.word().equals(problem)) {
        return new Attempt(server, known, took, detail);
      }
    }
    throw new IOException("problem: not known: " + problem);
  }

  static String text(String member, JsonParser parser) throws IOException {
    expect(JsonToken.VALUE_STRING, member, parser);
    return parser.getString();
  }

  private static List<String> texts(String member, JsonParser parser) throws IOException {
    expect(JsonToken.START_ARRAY, member, parser);
    var texts = new ArrayList<String>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      texts.add(text(member, parser));
    }
    return texts;
  }

  static Duration milliseconds(String member, JsonParser parser) throws IOException {
    expect(JsonToken.VALUE_NUMBER_INT, member, parser);
    var number = parser.getLongValue();
    if (number < 0) {
      throw new IOException(member + ": below nothing");
    }
    return Duration.ofMillis(number);
  }

  static void expect(JsonToken token, String member, JsonParser parser) throws IOException {
    if (parser.currentToken() != token) {
      throw new IOException(
          member
              + ": not "
              + switch (token) {
                case START_ARRAY -> "a list";
                case START_OBJECT -> "an object";
                case VALUE_NUMBER_INT -> "a whole number";
                default -> "a text";
              });
    }
  }

  /// What the line says of DNSSEC.
  Optional<RecordedValidation> validation() {
    return validation;
  }

  /// What the line tells of, without its validation.
  ///
  /// @param otherwise the server, and `now` the time, where the line does not tell
  /// @throws IOException with the cause, if a member is missing or does not mean anything
  Recording.Entry entry(String otherwise, Instant now) throws IOException {
    return new Recording.Entry(step, via, exchange(otherwise, now));
  }

  private Exchange exchange(String otherwise, Instant now) throws IOException {
    var question = question();
    return new Exchange(
        question,
        answer(question),
        server == null ? otherwise : server,
        asked == null ? now : asked,
        took,
        flags,
        response == null ? Optional.empty() : Optional.of(new Response(response).dated(date)),
        attempts,
        age);
  }

  private Question question() throws IOException {
    return question(required("name", name), required("type", type));
  }

  static Question question(String name, String type) throws IOException {
    var number = Type.value(type);
    if (number < 0) {
      throw new IOException("type: not known: " + type);
    }
    var absolute = Names.parse(name);
    if (absolute.isEmpty()) {
      throw new IOException("name: not a domain name: " + name);
    }
    return new Question(absolute.get(), number);
  }

  private Answer answer(Question question) throws IOException {
    var parsed = new ArrayList<Record>();
    for (var text : records) {
      parsed.add(record(text));
    }
    return switch (required("outcome", outcome)) {
      case "answer" -> positive(question, parsed);
      case "nodata" -> new Answer.NoData(AnswerReader.aliases(question, parsed));
      case "nxdomain" -> new Answer.NoSuchDomain(AnswerReader.aliases(question, parsed));
      default -> new Answer.Failed(failure(), detail);
    };
  }

  private static Record record(String text) throws IOException {
    try {
      return MasterFileReader.one(text);
    } catch (IOException e) {
      throw new IOException("records: not a record: " + text, e);
    }
  }

  private static Answer positive(Question question, List<Record> records) throws IOException {
    var answer = AnswerReader.read(question, records);
    if (answer instanceof Answer.NoData(var aliases) && aliases.isEmpty()) {
      throw new IOException("records: none that answers " + question);
    }
    return answer;
  }

  private Failure failure() throws IOException {
    for (var failure : Failure.values()) {
      if (failure.isOfNetwork() && failure.word().equals(outcome)) {
        return failure;
      }
    }
    throw new IOException("outcome: not known: " + outcome);
  }

  private static String required(String member, @Nullable String value) throws IOException {
    if (value == null) {
      throw new IOException(member + ": missing");
    }
    return value;
  }
}
