package org.whence.gui.model;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/// The evidence of a list, on disk: memory holds where each row's portion is. Any thread may use
/// it; the file goes when it is closed.
public final class EvidenceFile implements AutoCloseable {
  private final Path path;

  /// No channel of `nio`, which the interruption of one thread would close for all.
  private final RandomAccessFile file;

  private long end;

  /// A part of the file, in octets.
  public record Portion(long from, int length) {}

  private EvidenceFile(Path path) throws IOException {
    this.path = path;
    this.file = new RandomAccessFile(path.toFile(), "rw");
  }

  static EvidenceFile open() throws IOException {
    var path = Files.createTempFile("whence-", ".dns.jsonl");
    path.toFile().deleteOnExit();
    return new EvidenceFile(path);
  }

  synchronized Portion append(byte[] lines) throws IOException {
    file.seek(end);
    file.write(lines);
    var portion = new Portion(end, lines.length);
    end += lines.length;
    return portion;
  }

  synchronized byte[] read(Portion portion) throws IOException {
    var lines = new byte[portion.length()];
    file.seek(portion.from());
    file.readFully(lines);
    return lines;
  }

  /// All that was kept.
  ///
  /// @throws IOException where it cannot be read, or is more than an array holds
  synchronized byte[] all() throws IOException {
    if (end > Integer.MAX_VALUE - Long.BYTES) {
      throw new IOException("the evidence is larger than a case holds; export the rows instead");
    }
    return read(new Portion(0, (int) end));
  }

  @Override
  public synchronized void close() {
    try {
      file.close();
      Files.deleteIfExists(path);
    } catch (IOException leftToTheSystem) {
      return;
    }
  }
}
