package org.whence.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.whence.investigation.AddressSurvey;
import org.whence.report.ListReport;

/// The file that an earlier run left, whose rows are held against the list before others are added:
/// each must be that of the address in its place. A row without its end is taken away.
final class RowFile {
  private final Path file;
  private long whole;
  private long rows;

  RowFile(Path file) {
    this.file = file;
  }

  /// Reads the rows, and takes as many addresses from the list.
  ///
  /// @param head what stands before the rows
  /// @param results hears of each row's result
  /// @return how many rows there are
  /// @throws CommandException if the file holds anything else
  long read(byte[] head, AddressSurvey.Entries list, ListReport report, Consumer<String> results)
      throws IOException, CommandException {
    if (!Files.exists(file)) {
      return 0;
    }
    try (var in = new BufferedInputStream(new FileInputStream(file.toFile()), 1 << 16)) {
      var begun = in.readNBytes(head.length);
      if (begun.length < head.length && Arrays.equals(begun, Arrays.copyOf(head, begun.length))) {
        return 0;
      }
      if (!Arrays.equals(begun, head)) {
        throw other("it does not begin as a file of this format");
      }
      whole = head.length;
      for (var row = line(in); row != null; row = line(in)) {
        var entry = list.next();
        if (entry == null) {
          throw other("it has more rows than the list has addresses");
        }
        var result = report.result(row, entry);
        if (result.isEmpty()) {
          throw other("its row " + (rows + 1) + " is not that of the list's address there");
        }
        results.accept(result.get());
        whole += row.length;
        rows++;
      }
    }
    return rows;
  }

  private CommandException other(String why) {
    return new CommandException(
        ExitStatus.IO, file + ": " + why + "; name the file of this list, or leave --resume out");
  }

  /// A line with its end, or null where there is no whole one.
  private static byte @Nullable [] line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (var octet = in.read(); octet >= 0; octet = in.read()) {
      line.write(octet);
      if (octet == '\n') {
        return line.toByteArray();
      }
    }
    return null;
  }

  /// Opens the file behind its last whole row. Not a channel: it would be closed by the
  /// interruption that stops the run.
  OutputStream append() throws IOException {
    if (Files.exists(file)) {
      try (var held = new RandomAccessFile(file.toFile(), "rw")) {
        held.setLength(whole);
      }
    }
    return new BufferedOutputStream(new FileOutputStream(file.toFile(), true), 1 << 16);
  }

  /// Whether nothing is in it yet, not even a head.
  boolean isNew() {
    return whole == 0;
  }
}
