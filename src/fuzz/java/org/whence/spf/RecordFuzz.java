package org.whence.spf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.dns.Answer;
import org.whence.dns.Exchange;
import org.whence.dns.Resolver;
import org.whence.ip.AddressLiteral;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// Any octets at all are the records of every name, evaluated to the end and beyond; what is
/// printed of a record reads as the same record.
public final class RecordFuzz {
  private RecordFuzz() {}

  /// What the fuzzer calls. A line feed parts records; a name has at most four.
  public static void fuzzerTestOneInput(byte[] octets) throws InterruptedException {
    var texts = new String(octets, StandardCharsets.ISO_8859_1).split("\n", 4);
    for (var text : texts) {
      readsAsPrinted(SpfRecord.VERSION + " " + text);
    }
    Resolver resolver =
        question -> {
          var records = new ArrayList<Record>();
          if (question.type() == Type.TXT) {
            for (var text : texts) {
              records.add(txt(question.name(), text));
            }
          }
          Answer answer =
              records.isEmpty()
                  ? new Answer.NoSuchDomain(List.of())
                  : new Answer.Records(List.of(), records);
          return Exchange.local(question, answer, "zone:fuzz", InstantSource.system().instant());
        };
    var client = AddressLiteral.find("192.0.2.1").orElseThrow().address();
    var request = new SpfRequest(client, "mx.example.net", "ann@example.org", Optional.empty());
    var options = SpfOptions.defaults().withBeyond(true).withType99(true);
    new SpfVerifier(InstantSource.system(), options)
        .check(request, Branch.root(resolver, ChainTopic.QUESTION));
  }

  private static void readsAsPrinted(String text) {
    var record = RecordParser.parse(text);
    if (record.flaws().isEmpty()) {
      var printed = record.text();
      var again = RecordParser.parse(printed);
      if (!again.flaws().isEmpty() || !again.text().equals(printed)) {
        throw new IllegalStateException(text + " is printed as " + printed);
      }
    }
  }

  private static Record txt(Name name, String text) {
    var octets = (SpfRecord.VERSION + " " + text).getBytes(StandardCharsets.ISO_8859_1);
    var wire = new ByteArrayOutputStream();
    for (var from = 0; from < octets.length; from += 255) {
      var length = Math.min(255, octets.length - from);
      wire.write(length);
      wire.write(octets, from, length);
    }
    var data = wire.toByteArray();
    return Record.newRecord(
        name, Type.TXT, DClass.IN, 60, Arrays.copyOf(data, Math.min(data.length, 65_535)));
  }
}
