package org.whence.dns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/// Reads records in master-file form (RFC 1035, 5.1), from files or single lines.
final class MasterFileReader {
  /// What a record without a TTL gets, where the file has no `$TTL` either.
  static final long DEFAULT_TTL = 3600;

  /// The most records of one file: `$GENERATE` could make any number of them.
  static final int MOST_RECORDS = 1_000_000;

  private MasterFileReader() {}

  /// All records of a file, in its order. Names without a final dot are below the root.
  ///
  /// @throws IOException if the file cannot be read or is no master file: one line with file, line
  ///   and cause
  static List<Record> read(Path file) throws IOException {
    try {
      if (Files.isDirectory(file)) {
        throw new IOException("is a directory, not a master file");
      }
      return parse(Files.readAllBytes(file), MOST_RECORDS);
    } catch (IOException e) {
      throw new IOException(OneLine.of(file.toString()) + ": " + cause(e), e);
    }
  }

  /// dnsjava says `<none>:LINE: WHY` of a stream.
  private static String cause(IOException e) {
    return OneLine.cause(e)
        .replaceFirst("^<none>:(\\d+): (.*)$", "line $1: $2; correct it (RFC 1035, 5.1)");
  }

  /// The one record that a text holds.
  ///
  /// @throws IOException if it holds none, more than one, or something else
  static Record one(String text) throws IOException {
    var records = parse(text.getBytes(StandardCharsets.UTF_8), 1);
    if (records.isEmpty()) {
      throw new IOException("no record");
    }
    return records.getFirst();
  }

  static List<Record> parse(byte[] text, int most) throws IOException {
    try (var master = new Master(new ByteArrayInputStream(text), Name.root, DEFAULT_TTL)) {
      // RFC 1035, 5.1 knows $INCLUDE: it would let a file name any other file of the machine.
      master.disableIncludes(true);
      var records = new ArrayList<Record>();
      for (var record = master.nextRecord(); record != null; record = master.nextRecord()) {
        if (records.size() == most) {
          throw new IOException("more than " + most + (most == 1 ? " record" : " records"));
        }
        records.add(record);
      }
      return records;
    } catch (RuntimeException damaged) {
      // dnsjava reports some damaged rdata with unchecked exceptions.
      throw new IOException("not a master file: " + damaged.getMessage(), damaged);
    }
  }
}
