package org.whence.investigation;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The first octets of a stream: what a log had when it was read before.
final class Beginning extends FilterInputStream {
  private long left;

  Beginning(InputStream in, long octets) {
    super(in);
    left = octets;
  }

  @Override
  public int read() throws IOException {
    if (left <= 0) {
      return -1;
    }
    left--;
    return in.read();
  }

  @Override
  public int read(byte[] octets, int from, int length) throws IOException {
    if (left <= 0) {
      return -1;
    }
    var read = in.read(octets, from, (int) Math.min(length, left));
    left -= Math.max(0, read);
    return read;
  }
}
