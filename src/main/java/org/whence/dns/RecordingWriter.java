package org.whence.dns;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Writes exchanges as lines of a recording.
///
/// Beside the members that every recording has there are, where there is something to tell, `date`
/// (what the clock of a server said that is asked over HTTPS), `detail` (what a failure said beyond
/// its word), `attempts` (the tries that brought nothing), `ageMs` (how old an answer out of the
/// cache was), `step` (the place in the tree that asked), `via` (which of several resolvers was
/// asked) and `dnssec` (what DNSSEC says of the answer).
final class RecordingWriter {
  /// Octets between a record's owner and its data: type, class, TTL, length (RFC 1035, 3.2.1).
  private static final int FIXED_OCTETS = 10;

  private RecordingWriter() {}

  /// The exchange as JSON in UTF-8, with the line's end.
  static byte[] line(Recording.Entry entry) {
    var json = new LineWriter();
    write(entry, json);
    var line = new ByteArrayOutputStream();
    json.writeTo(line);
    return line.toByteArray();
  }

  /// Writes the exchange as the members of a line.
  static void write(Recording.Entry entry, LineWriter json) {
    var exchange = entry.exchange();
    json.text("name", exchange.question().nameText());
    json.text("type", exchange.question().typeName());
    json.text("outcome", exchange.answer().outcome());
    writeRecords(json, exchange.answer());
    json.text("server", exchange.server());
    json.text("asked", Moment.text(exchange.asked()));
    json.number("ms", exchange.took().toMillis());
    json.texts("flags", exchange.flags());
    if (exchange.response().isPresent()) {
      json.text("response", exchange.response().get().base64());
      exchange.response().get().date().ifPresent(date -> json.text("date", Moment.text(date)));
    }
    if (exchange.answer() instanceof Answer.Failed(_, var detail) && !detail.isEmpty()) {
      json.text("detail", detail);
    }
    writeAttempts(json, exchange.attempts());
    if (exchange.cacheAge().isPresent()) {
      json.number("ageMs", exchange.cacheAge().get().toMillis());
    }
    if (!entry.step().isEmpty()) {
      json.text("step", entry.step());
    }
    if (!entry.via().isEmpty()) {
      json.text("via", entry.via());
    }
    exchange.validation().ifPresent(validation -> writeValidation(json, validation));
  }

  private static void writeAttempts(LineWriter json, List<Attempt> attempts) {
    if (attempts.isEmpty()) {
      return;
    }
    json.begin("attempts");
    for (var attempt : attempts) {
      json.beginObject();
      json.text("server", attempt.server());
      json.text("problem", attempt.problem().word());
      json.number("ms", attempt.took().toMillis());
      if (!attempt.detail().isEmpty()) {
        json.text("detail", attempt.detail());
      }
      json.endObject();
    }
    json.end();
  }

  /// What had to be asked for it stands in lines of its own, and is only named here.
  private static void writeValidation(LineWriter json, Validation validation) {
    json.beginObject("dnssec");
    json.text("status", validation.status().word());
    if (!validation.reason().isEmpty()) {
      json.text("reason", validation.reason());
    }
    validation.extendedError().ifPresent(code -> json.number("ede", code));
    json.begin("asked");
    for (var exchange : validation.asked()) {
      json.beginObject();
      json.text("name", exchange.question().nameText());
      json.text("type", exchange.question().typeName());
      json.text("asked", Moment.text(exchange.asked()));
      exchange.cacheAge().ifPresent(age -> json.number("ageMs", age.toMillis()));
      json.endObject();
    }
    json.end();
    json.endObject();
  }

  /// Aliases and records in the order of the way through them.
  private static void writeRecords(LineWriter json, Answer answer) {
    var records = answer instanceof Answer.Records found ? found.records() : List.<Record>of();
    if (answer.aliases().isEmpty() && records.isEmpty()) {
      return;
    }
    json.begin("records");
    answer.aliases().forEach(alias -> writeRecord(json, alias));
    records.forEach(record -> writeRecord(json, record));
    json.end();
  }

  /// Records of addresses and names are written as they are, since their text always gives the same
  /// record. All others are read back to see; that costs more than the rest of the line.
  private static void writeRecord(LineWriter json, Record record) {
    if (record.getDClass() == DClass.IN) {
      switch (record) {
        case ARecord address -> writeRecord(json, record, address.rdataToString(), "");
        case PTRRecord pointer -> writeRecord(json, record, pointer.getTarget());
        case CNAMERecord alias -> writeRecord(json, record, alias.getTarget());
        case NSRecord server -> writeRecord(json, record, server.getTarget());
        default -> json.item(line(record));
      }
    } else {
      json.item(line(record));
    }
  }

  private static void writeRecord(LineWriter json, Record record, Name target) {
    writeRecord(json, record, Names.text(target), rootDot(target));
  }

  private static void writeRecord(LineWriter json, Record record, String data, String dot) {
    var owner = record.getName();
    var ttl = Long.toString(record.getTTL());
    var type = Question.typeName(record.getType());
    json.item(Names.text(owner), rootDot(owner), " ", ttl, " IN ", type, " ", data, dot);
  }

  /// What the text of a name lacks.
  private static String rootDot(Name name) {
    return name.labels() == 1 ? "" : ".";
  }

  private static String line(Record record) {
    var line = Presentation.Row.of(record).line();
    try {
      if (MasterFileReader.one(line).equals(record)) {
        return line;
      }
    } catch (IOException notReadBack) {
      // Falls through: data that has no form of its own is written as octets.
    }
    return generic(record);
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
