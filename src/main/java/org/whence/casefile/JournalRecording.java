package org.whence.casefile;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;

/// A recording that grows on the disk: what is written is forced there within half a second. What
/// is still heard after it was closed belongs nowhere: the run goes on, and nothing of it is kept.
final class JournalRecording extends OutputStream {
  private static final Duration BEAT = Duration.ofMillis(500);

  private final FileOutputStream file;
  private final Thread forcing;
  private volatile boolean dirty;
  private boolean closed;

  /// @param path the file, behind whose octets it writes
  JournalRecording(Path path) throws IOException {
    file = new FileOutputStream(path.toFile(), true);
    forcing = Thread.ofVirtual().name("whence-journal").start(this::beat);
  }

  private void beat() {
    try {
      while (true) {
        Thread.sleep(BEAT);
        if (dirty) {
          force();
        }
      }
    } catch (InterruptedException closed) {
      return;
    } catch (IOException e) {
      // Whoever writes next meets with the same trouble, and is heard.
      return;
    }
  }

  /// Forces all that was written to the disk.
  void force() throws IOException {
    dirty = false;
    file.getFD().sync();
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] octets, int offset, int length) throws IOException {
    if (!closed) {
      file.write(octets, offset, length);
      dirty = true;
    }
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    forcing.interrupt();
    file.close();
  }
}
