package org.whence.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// An exchange's answer in text, section by section: for front ends and reports, which do not know
/// dnsjava. Texts hold printable ASCII alone: master files escape the rest (RFC 1035, 5.1).
///
/// @param status the RCODE's mnemonic such as `NXDOMAIN`, or the failure's word in capitals
/// @param size octets of the message as received; empty where there was none
/// @param edns the OPT record's parameters as dig prints them; empty without EDNS
public record Presentation(
    String status,
    OptionalInt size,
    String edns,
    List<Row> answer,
    List<Row> authority,
    List<Row> additional) {

  public Presentation {
    answer = List.copyOf(answer);
    authority = List.copyOf(authority);
    additional = List.copyOf(additional);
  }

  /// One record: owner without the root dot, TTL in seconds, type, rdata in master-file form.
  public record Row(String name, long ttl, String type, String data) {
    static Row of(Record record) {
      return new Row(
          Names.text(record.getName()),
          record.getTTL(),
          Type.string(record.getType()),
          record.rdataToString());
    }

    /// The record as a line of a master file, with the root dot.
    public String line() {
      var owner = ".".equals(name) ? name : name + ".";
      return owner + " " + ttl + " IN " + type + " " + data;
    }
  }

  static Presentation of(Exchange exchange) {
    return exchange
        .response()
        .flatMap(response -> response.message(exchange.question()))
        .map(message -> of(exchange, message))
        .orElseGet(() -> ofAnswer(exchange));
  }

  private static Presentation of(Exchange exchange, Message message) {
    var opt = message.getOPT();
    return new Presentation(
        Rcode.string(message.getRcode()),
        exchange.response().map(r -> OptionalInt.of(r.size())).orElseGet(OptionalInt::empty),
        opt == null ? "" : edns(opt),
        rows(message.getSection(Section.ANSWER)),
        rows(message.getSection(Section.AUTHORITY)),
        rows(message.getSection(Section.ADDITIONAL)));
  }

  private static Presentation ofAnswer(Exchange exchange) {
    var records = new ArrayList<Record>(exchange.answer().aliases());
    if (exchange.answer() instanceof Answer.Records found) {
      records.addAll(found.records());
    }
    return new Presentation(
        status(exchange.answer()), OptionalInt.empty(), "", rows(records), List.of(), List.of());
  }

  private static String status(Answer answer) {
    return switch (answer) {
      case Answer.Records _, Answer.Aliases _, Answer.NoData _ -> "NOERROR";
      case Answer.NoSuchDomain _ -> "NXDOMAIN";
      case Answer.Failed(var failure, _) -> failure.name().replace('_', ' ');
    };
  }

  private static String edns(OPTRecord opt) {
    return "version: "
        + opt.getVersion()
        + ", flags:"
        + ((opt.getFlags() & 0x8000) != 0 ? " do" : "")
        + "; udp: "
        + opt.getPayloadSize()
        + ExtendedErrors.of(opt).map(errors -> "; EDE: " + errors).orElse("");
  }

  private static List<Row> rows(List<Record> records) {
    return records.stream().filter(record -> record.getType() != Type.OPT).map(Row::of).toList();
  }
}
