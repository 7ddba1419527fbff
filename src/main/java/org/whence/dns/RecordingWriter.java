package org.whence.dns;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/// Writes exchanges as lines of a recording.
///
/// Beside the members that every recording has there are, where there is something to tell,
/// `detail` (what a failure said beyond its word), `attempts` (the tries that brought nothing),
/// `ageMs` (how old an answer out of the cache was), `step` (the place in the tree that asked),
/// `via` (which of several resolvers was asked) and `dnssec` (what DNSSEC says of the answer).
final class RecordingWriter {
  /// Octets between a record's owner and its data: type, class, TTL, length (RFC 1035, 3.2.1).
  private static final int FIXED_OCTETS = 10;

  /// As long as most lines are.
  private static final int LINE_OCTETS = 1024;

  /// Its buffers are shared by all threads: those of a thread would be thrown away with it.
  private static final JsonFactory JSON =
      JsonFactory.builder().recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool()).build();

  private RecordingWriter() {}

  /// The exchange as JSON in UTF-8, with the line's end.
  static byte[] line(Recording.Entry entry) {
    var exchange = entry.exchange();
    var out = new ByteArrayOutputStream(LINE_OCTETS);
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("name", exchange.question().nameText());
      json.writeStringProperty("type", exchange.question().typeName());
      json.writeStringProperty("outcome", exchange.answer().outcome());
      writeTexts(json, "records", records(exchange.answer()));
      json.writeStringProperty("server", exchange.server());
      json.writeStringProperty("asked", exchange.asked().toString());
      json.writeNumberProperty("ms", exchange.took().toMillis());
      writeTexts(json, "flags", exchange.flags());
      if (exchange.response().isPresent()) {
        json.writeStringProperty("response", exchange.response().get().base64());
      }
      if (exchange.answer() instanceof Answer.Failed(_, var detail) && !detail.isEmpty()) {
        json.writeStringProperty("detail", detail);
      }
      writeAttempts(json, exchange.attempts());
      if (exchange.cacheAge().isPresent()) {
        json.writeNumberProperty("ageMs", exchange.cacheAge().get().toMillis());
      }
      if (!entry.step().isEmpty()) {
        json.writeStringProperty("step", entry.step());
      }
      if (!entry.via().isEmpty()) {
        json.writeStringProperty("via", entry.via());
      }
      exchange.validation().ifPresent(validation -> writeValidation(json, validation));
      json.writeEndObject();
    }
    out.write('\n');
    return out.toByteArray();
  }

  private static void writeTexts(JsonGenerator json, String member, List<String> texts) {
    if (!texts.isEmpty()) {
      json.writeArrayPropertyStart(member);
      texts.forEach(json::writeString);
      json.writeEndArray();
    }
  }

  private static void writeAttempts(JsonGenerator json, List<Attempt> attempts) {
    if (attempts.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("attempts");
    for (var attempt : attempts) {
      json.writeStartObject();
      json.writeStringProperty("server", attempt.server());
      json.writeStringProperty("problem", attempt.problem().word());
      json.writeNumberProperty("ms", attempt.took().toMillis());
      if (!attempt.detail().isEmpty()) {
        json.writeStringProperty("detail", attempt.detail());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// What had to be asked for it stands in lines of its own, and is only named here.
  private static void writeValidation(JsonGenerator json, Validation validation) {
    json.writeObjectPropertyStart("dnssec");
    json.writeStringProperty("status", validation.status().word());
    if (!validation.reason().isEmpty()) {
      json.writeStringProperty("reason", validation.reason());
    }
    validation.extendedError().ifPresent(code -> json.writeNumberProperty("ede", code));
    json.writeArrayPropertyStart("asked");
    for (var exchange : validation.asked()) {
      json.writeStartObject();
      json.writeStringProperty("name", exchange.question().nameText());
      json.writeStringProperty("type", exchange.question().typeName());
      json.writeStringProperty("asked", exchange.asked().toString());
      exchange.cacheAge().ifPresent(age -> json.writeNumberProperty("ageMs", age.toMillis()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /// Aliases and records in the order of the way through them.
  private static List<String> records(Answer answer) {
    var lines = new ArrayList<String>();
    answer.aliases().forEach(alias -> lines.add(line(alias)));
    if (answer instanceof Answer.Records(_, var records)) {
      records.forEach(record -> lines.add(line(record)));
    }
    return lines;
  }

  private static String line(Record record) {
    var line = Presentation.Row.of(record).line();
    if (readsBack(record)) {
      return line;
    }
    try {
      if (MasterFileReader.one(line).equals(record)) {
        return line;
      }
    } catch (IOException notReadBack) {
      // Falls through: data that has no form of its own is written as octets.
    }
    return generic(record);
  }

  /// Whether a record is of a kind whose text always gives the same record: addresses and names.
  /// All others are read back to see; that costs more than the rest of the line.
  private static boolean readsBack(Record record) {
    return switch (record) {
      case ARecord _, PTRRecord _, CNAMERecord _, NSRecord _ -> record.getDClass() == DClass.IN;
      default -> false;
    };
  }

  /// RFC 3597, 5: any data of any type as octets.
  private static String generic(Record record) {
    var wire = record.toWire(Section.ANSWER);
    var data = Arrays.copyOfRange(wire, record.getName().length() + FIXED_OCTETS, wire.length);
    var hex = data.length == 0 ? "" : " " + HexFormat.of().formatHex(data);
    var type = Type.string(record.getType());
    return record.getName() + " " + record.getTTL() + " IN " + type + " \\# " + data.length + hex;
  }
}
