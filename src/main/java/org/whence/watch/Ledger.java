package org.whence.watch;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/// What was done, a line a file as `sha256sum` writes it: the digest, two blanks, the name. A line
/// is forced to the disk before anybody relies on it; one that was cut is no line.
final class Ledger implements AutoCloseable {
  private static final int DIGEST = 64;

  private final FileOutputStream out;
  private final Set<String> done;

  private Ledger(FileOutputStream out, Set<String> done) {
    this.out = out;
    this.done = done;
  }

  static Ledger open(Path file) throws IOException {
    var done = new HashSet<String>();
    if (Files.exists(file)) {
      cutHalfLine(file);
      try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
        lines
            .filter(line -> line.length() > DIGEST)
            .forEach(line -> done.add(line.substring(0, DIGEST)));
      }
    }
    return new Ledger(new FileOutputStream(file.toFile(), true), done);
  }

  private static void cutHalfLine(Path file) throws IOException {
    try (var held = new RandomAccessFile(file.toFile(), "rw")) {
      var end = held.length();
      for (; end > 0; end--) {
        held.seek(end - 1);
        if (held.read() == '\n') {
          break;
        }
      }
      held.setLength(end);
    }
  }

  boolean has(String sha256) {
    return done.contains(sha256);
  }

  /// @param name without characters that could end the line
  void add(String sha256, String name) throws IOException {
    out.write((sha256 + "  " + name + "\n").getBytes(StandardCharsets.UTF_8));
    out.getFD().sync();
    done.add(sha256);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
