package org.whence.report;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.whence.dns.Exchange;
import org.whence.investigation.AddressEntry;
import org.whence.investigation.HopResult;
import org.whence.ip.Addresses;
import org.whence.iprev.IprevResult;
import org.whence.iprev.PtrName;
import org.whence.mail.MailDate;
import tools.jackson.core.FormatSchema;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvSchema;

/// Writes rows of CSV, one after the other, for one thread at a time: making a writer costs more
/// than making a row.
///
/// Names are an attacker's, and a spreadsheet runs a cell that begins like a formula: such a cell
/// begins with an apostrophe instead. Hidden characters are shown as their codes.
final class CsvRow {
  private static final List<String> COLUMNS =
      List.of(
          "ip",
          "line",
          "count",
          "result",
          "reason",
          "names",
          "confirmed",
          "queries",
          "asked",
          "hop",
          "believed",
          "fromHelo",
          "fromRdns",
          "by",
          "with",
          "tlsVersion",
          "date",
          "delayMs",
          "note");

  private static final CsvFactory FACTORY = new CsvFactory();
  private static final String FORMULA = "=+-@\t\r\n";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final JsonGenerator csv;

  private final Optional<Redaction> redaction;

  CsvRow() {
    this(Optional.empty());
  }

  CsvRow(Optional<Redaction> redaction) {
    this(false, redaction);
  }

  private CsvRow(boolean header, Optional<Redaction> redaction) {
    this.redaction = redaction;
    csv = FACTORY.createGenerator(new Schema(header), out);
  }

  /// The row of the columns' names.
  static byte[] header() {
    var row = new CsvRow(true, Optional.empty());
    row.csv.close();
    return row.out.toByteArray();
  }

  /// The row of a result, with the line's end.
  ///
  /// @param entry where the address stands in a list; absent for one that does not
  byte[] of(Optional<AddressEntry> entry, IprevResult result) {
    return of(entry, result, "");
  }

  /// The same with what the analyst noted.
  ///
  /// @param note what the analyst wrote; may be empty
  byte[] of(Optional<AddressEntry> entry, IprevResult result, String note) {
    csv.writeStartObject();
    cell("ip", Addresses.text(result.client()));
    if (entry.isPresent()) {
      csv.writeNumberProperty("line", entry.get().place().line());
      csv.writeNumberProperty("count", entry.get().count());
    }
    result(result);
    note(note);
    return end();
  }

  /// The row of a hop, with the line's end. One whose client was not checked has no result.
  ///
  /// @param note what the analyst wrote; may be empty
  byte[] of(HopResult found, String note) {
    var hop = found.hop();
    csv.writeStartObject();
    cell("ip", hop.received().fromIp().map(Addresses::text));
    csv.writeNumberProperty("line", hop.field().line());
    found.iprev().ifPresent(this::result);
    hop.number().ifPresent(number -> csv.writeNumberProperty("hop", number));
    csv.writeBooleanProperty("believed", found.believed());
    cell("fromHelo", hop.received().fromHelo());
    cell("fromRdns", hop.received().fromRdns());
    cell("by", hop.received().by());
    cell("with", hop.received().with());
    cell("tlsVersion", hop.received().tlsVersion());
    cell("date", hop.received().date().flatMap(MailDate::instant).map(Instant::toString));
    hop.delay().ifPresent(delay -> csv.writeNumberProperty("delayMs", delay.toMillis()));
    note(note);
    return end();
  }

  private void note(String note) {
    if (!note.isEmpty()) {
      cell("note", note);
    }
  }

  private void result(IprevResult result) {
    cell("result", result.verdict().word());
    cell("reason", result.reason().word());
    cell("names", names(result.names()));
    cell("confirmed", String.join(" ", result.confirmed()));
    asked(result.step().allExchanges());
  }

  private static String names(List<PtrName> names) {
    var joined = new StringJoiner(" ");
    for (var name : names) {
      joined.add(name.name());
    }
    return joined.toString();
  }

  private byte[] end() {
    csv.writeEndObject();
    csv.flush();
    var row = out.toByteArray();
    out.reset();
    return row;
  }

  private void asked(List<Exchange> exchanges) {
    csv.writeNumberProperty("queries", exchanges.size());
    if (!exchanges.isEmpty()) {
      csv.writeStringProperty("asked", exchanges.getFirst().askedText());
    }
  }

  private void cell(String column, Optional<String> value) {
    value.ifPresent(told -> cell(column, told));
  }

  private void cell(String column, String value) {
    var told = Visible.text(redaction.map(by -> by.text(value)).orElse(value));
    var runs = !told.isEmpty() && FORMULA.indexOf(told.charAt(0)) >= 0;
    csv.writeStringProperty(column, runs ? "'" + told : told);
  }

  private static final class Schema extends ObjectWriteContext.Base {
    private static final CsvSchema ROWS = schema(false);
    private static final CsvSchema HEADER = schema(true);

    private final boolean header;

    Schema(boolean header) {
      this.header = header;
    }

    private static CsvSchema schema(boolean header) {
      var schema = CsvSchema.builder().setUseHeader(header).setLineSeparator("\r\n");
      COLUMNS.forEach(schema::addColumn);
      return schema.build();
    }

    @Override
    public FormatSchema getSchema() {
      return header ? HEADER : ROWS;
    }
  }
}
