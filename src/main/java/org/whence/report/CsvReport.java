package org.whence.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whence.dns.Exchange;
import org.whence.investigation.AddressEntry;
import org.whence.investigation.Investigation;
import org.whence.investigation.Recognised;
import org.whence.ip.Addresses;
import org.whence.iprev.IprevResult;
import org.whence.iprev.PtrName;
import tools.jackson.core.FormatSchema;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvSchema;

/// The report for spreadsheets: a header, and a row an address (RFC 4180, ASCII). Names are those
/// of DNS, in which blanks are escaped, so a blank parts several.
///
/// Names are an attacker's, and a spreadsheet runs a cell that begins like a formula: such a cell
/// begins with an apostrophe instead.
final class CsvReport {
  private static final List<String> COLUMNS =
      List.of("ip", "line", "count", "result", "reason", "names", "confirmed", "queries", "asked");

  private static final CsvFactory FACTORY =
      CsvFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
          .build();

  private static final String FORMULA = "=+-@\t\r\n";

  private CsvReport() {}

  static void write(Investigation investigation, OutputStream out) throws IOException {
    out.write(header());
    rows(investigation, out);
  }

  static void rows(Investigation investigation, OutputStream out) throws IOException {
    var entries = entries(investigation);
    for (var result : investigation.iprev()) {
      out.write(row(Optional.ofNullable(entries.get(result.client())), result));
    }
    out.flush();
  }

  private static Map<InetAddress, AddressEntry> entries(Investigation investigation) {
    var entries = new HashMap<InetAddress, AddressEntry>();
    if (investigation.input().recognised() instanceof Recognised.Addresses(var found)) {
      found.forEach(entry -> entries.put(entry.literal().address(), entry));
    }
    return entries;
  }

  static byte[] header() {
    return csv(true, json -> {});
  }

  /// @param entry where the address stands in a list; absent for one that does not
  static byte[] row(Optional<AddressEntry> entry, IprevResult result) {
    return csv(
        false,
        csv -> {
          csv.writeStartObject();
          cell("ip", Addresses.text(result.client()), csv);
          if (entry.isPresent()) {
            csv.writeNumberProperty("line", entry.get().place().line());
            csv.writeNumberProperty("count", entry.get().count());
          }
          cell("result", result.verdict().word(), csv);
          cell("reason", result.reason().word(), csv);
          cell("names", String.join(" ", result.names().stream().map(PtrName::name).toList()), csv);
          cell("confirmed", String.join(" ", result.confirmed()), csv);
          asked(result.step().allExchanges(), csv);
          csv.writeEndObject();
        });
  }

  private static void asked(List<Exchange> exchanges, JsonGenerator csv) {
    csv.writeNumberProperty("queries", exchanges.size());
    if (!exchanges.isEmpty()) {
      var first = exchanges.getFirst().asked().truncatedTo(ChronoUnit.MILLIS);
      csv.writeStringProperty("asked", first.toString());
    }
  }

  /// The cells that the row of an entry begins with, whatever was found of it.
  static String beginning(AddressEntry entry) {
    return Addresses.text(entry.literal().address())
        + ","
        + entry.place().line()
        + ","
        + entry.count()
        + ",";
  }

  private static void cell(String column, String value, JsonGenerator csv) {
    var runs = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
    csv.writeStringProperty(column, runs ? "'" + value : value);
  }

  private interface Cells {
    void write(JsonGenerator csv);
  }

  private static byte[] csv(boolean header, Cells cells) {
    var out = new ByteArrayOutputStream();
    try (var csv = FACTORY.createGenerator(new Schema(header), out)) {
      cells.write(csv);
    } catch (JacksonException e) {
      throw new IllegalStateException("memory can be written", e);
    }
    return out.toByteArray();
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
