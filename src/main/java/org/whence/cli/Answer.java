package org.whence.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Standard output, written in octets, so that an error of writing is noticed (a `PrintStream`
/// swallows it). Closing it flushes; the stream itself stays open.
final class Answer extends FilterOutputStream {
  private final Console console;

  Answer(Console console) {
    super(new BufferedOutputStream(console.out(), 1 << 16));
    this.console = console;
  }

  /// Writes a line of text in the console's charset.
  void line(String text) throws IOException {
    write((text + System.lineSeparator()).getBytes(console.charset()));
  }

  @Override
  public void write(byte[] octets, int from, int length) throws IOException {
    try {
      out.write(octets, from, length);
    } catch (IOException e) {
      throw told(e);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      throw told(e);
    }
  }

  @Override
  public void close() throws IOException {
    flush();
  }

  /// This as a plain stream, for writers that would close it.
  OutputStream stream() {
    return this;
  }

  private static IOException told(IOException e) {
    return BrokenPipe.is(e) ? new BrokenPipe(e) : e;
  }
}
