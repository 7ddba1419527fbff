package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The records whose lines are not read back when they are written: their text always gives them.
final class RecordingWriterTest {
  /// A name of one label of any octets, below another one.
  private static Name name(byte[] label) throws IOException {
    var wire = new byte[label.length + 3];
    wire[0] = (byte) label.length;
    System.arraycopy(label, 0, wire, 1, label.length);
    wire[label.length + 1] = 0;
    return new Name(wire);
  }

  @Property
  void textOfNamesAndAddressesGivesTheSameRecord(
      @ForAll @Size(min = 1, max = 63) byte[] label, @ForAll @Size(4) byte[] address)
      throws IOException {
    var name = name(label);
    var records =
        List.<Record>of(
            new PTRRecord(name, DClass.IN, 60, name),
            new CNAMERecord(name, DClass.IN, 0, name),
            new NSRecord(name, DClass.IN, Integer.MAX_VALUE, Name.root),
            new ARecord(name, DClass.IN, 60, InetAddress.getByAddress(address)));

    for (var record : records) {
      assertThat(MasterFileReader.one(written(record))).isEqualTo(record);
      assertThat(written(record)).isEqualTo(Presentation.Row.of(record).line());
    }
  }

  /// The one record of a line.
  private static String written(Record record) throws IOException {
    var question = new Question(record.getName(), record.getType());
    var answer =
        record instanceof CNAMERecord alias
            ? new Answer.Aliases(List.of(alias))
            : new Answer.Records(List.of(), List.of(record));
    var exchange = Exchange.local(question, answer, "none", Instant.EPOCH);
    var line = RecordingWriter.line(new Recording.Entry("", "", exchange));
    try (var json = new JsonFactory().createParser(ObjectReadContext.empty(), line)) {
      while (json.nextToken() != JsonToken.START_ARRAY) {
        assertThat(json.currentToken()).isNotNull();
      }
      assertThat(json.nextToken()).isEqualTo(JsonToken.VALUE_STRING);
      return json.getString();
    }
  }
}
