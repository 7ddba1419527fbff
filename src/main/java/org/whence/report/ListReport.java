package org.whence.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.whence.investigation.AddressEntry;
import org.whence.investigation.AddressResult;
import org.whence.investigation.ListOrigin;
import org.whence.investigation.Parameters;

/// The report of a list, row by row as its addresses are done: for lists of any length. A row is a
/// line: of CSV, or of JSON as an investigation of that address alone would give it.
///
/// A row begins with what the list says of its address, so that a run that goes on can tell whether
/// a file holds the rows of this very list.
public final class ListReport {
  private static final byte[] CSV_RESULT = {};
  private static final byte[] JSON_RESULT = "\"result\":\"".getBytes(StandardCharsets.US_ASCII);

  private final Format format;
  private final ListOrigin origin;
  private final Parameters parameters;
  private final Queue<CsvRow> idle = new ConcurrentLinkedQueue<>();

  /// @param format [Format#CSV] or [Format#JSON]
  /// @param origin where the list came from
  public ListReport(Format format, ListOrigin origin, Parameters parameters) {
    if (!format.isOfRows()) {
      throw new IllegalArgumentException(format + " has no rows");
    }
    this.format = format;
    this.origin = origin;
    this.parameters = parameters;
  }

  /// What stands before all rows of a format; of no octets where there is nothing.
  public static byte[] head(Format format) {
    return format == Format.CSV ? CsvReport.header() : new byte[0];
  }

  /// The row of an address, with the line's end.
  public byte[] row(AddressResult result) {
    if (format == Format.CSV) {
      var writer = Objects.requireNonNullElseGet(idle.poll(), CsvRow::new);
      var row = writer.of(Optional.of(result.entry()), result.iprev());
      idle.add(writer);
      return row;
    }
    var out = new ByteArrayOutputStream();
    try (var json = Json.to(out)) {
      new ListJson(origin, parameters, json).row(result);
    }
    out.write('\n');
    return out.toByteArray();
  }

  /// What the row of an entry begins with, whatever was found of it.
  byte[] beginning(AddressEntry entry) {
    if (format == Format.CSV) {
      return CsvReport.beginning(entry).getBytes(StandardCharsets.US_ASCII);
    }
    var out = new ByteArrayOutputStream();
    var json = Json.to(out);
    new ListJson(origin, parameters, json).beginning(entry);
    json.flush();
    return out.toByteArray();
  }

  /// The word of the result in a row that was written before; empty where this is no row of the
  /// entry.
  public Optional<String> result(byte[] row, AddressEntry entry) {
    var beginning = beginning(entry);
    if (row.length < beginning.length
        || !Arrays.equals(row, 0, beginning.length, beginning, 0, beginning.length)) {
      return Optional.empty();
    }
    return format == Format.CSV
        ? word(row, beginning.length, CSV_RESULT, ',')
        : word(row, beginning.length, JSON_RESULT, '"');
  }

  private static Optional<String> word(byte[] row, int from, byte[] before, char behind) {
    for (var at = from; at + before.length <= row.length; at++) {
      if (Arrays.equals(row, at, at + before.length, before, 0, before.length)) {
        var start = at + before.length;
        var end = start;
        while (end < row.length && row[end] != behind) {
          end++;
        }
        return Optional.of(new String(row, start, end - start, StandardCharsets.US_ASCII));
      }
    }
    return Optional.empty();
  }
}
