package org.whence.report;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.whence.investigation.AddressEntry;
import org.whence.investigation.Investigation;
import org.whence.investigation.Recognised;
import org.whence.ip.Addresses;

/// The report for spreadsheets (RFC 4180): a header, and a row an address, or of a mail a row a
/// hop, the oldest first. Names are those of DNS, in which blanks are escaped, so a blank parts
/// several.
final class CsvReport {
  private CsvReport() {}

  static void rows(Investigation investigation, Optional<Redaction> redaction, OutputStream out)
      throws IOException {
    var entries = entries(investigation);
    var rows = new CsvRow(redaction);
    if (investigation.input().recognised() instanceof Recognised.Mail) {
      for (var hop : investigation.hops().reversed()) {
        out.write(rows.of(hop));
      }
    } else {
      for (var result : investigation.iprev()) {
        out.write(rows.of(Optional.ofNullable(entries.get(result.client())), result));
      }
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
    return CsvRow.header();
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
}
