package org.whence.report;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.whence.casefile.Note;
import org.whence.casefile.Notes;
import org.whence.investigation.AddressEntry;
import org.whence.investigation.Investigation;
import org.whence.investigation.Recognised;
import org.whence.ip.Addresses;

/// The report for spreadsheets (RFC 4180): a header, and a row an address, or of a mail a row a
/// hop, the oldest first. Names are those of DNS, in which blanks are escaped, so a blank parts
/// several. What the analyst noted stands in the row of the address or hop that it belongs to; what
/// they concluded belongs to no row, and is in other formats.
final class CsvReport {
  private final Investigation investigation;
  private final Map<String, Note> notes;

  CsvReport(Investigation investigation, Notes notes) {
    this.investigation = investigation;
    this.notes = notes.in(investigation.tree());
  }

  void rows(Optional<Redaction> redaction, OutputStream out) throws IOException {
    var entries = entries(investigation);
    var rows = new CsvRow(redaction);
    if (investigation.input().recognised() instanceof Recognised.Mail) {
      for (var hop : investigation.hops().reversed()) {
        out.write(rows.of(hop, note(hop.path())));
      }
    } else {
      for (var result : investigation.iprev()) {
        var entry = Optional.ofNullable(entries.get(result.client()));
        out.write(rows.of(entry, result, note(result.step().path())));
      }
    }
    out.flush();
  }

  /// The notes at the step below the root that a path leads through, and at all below that.
  private String note(String path) {
    var below = path.indexOf('.') < 0 ? -1 : path.indexOf('.', path.indexOf('.') + 1);
    var top = below < 0 ? path : path.substring(0, below);
    return notes.entrySet().stream()
        .filter(each -> each.getKey().equals(top) || each.getKey().startsWith(top + "."))
        .map(each -> each.getValue().text())
        .collect(Collectors.joining(" / "));
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
